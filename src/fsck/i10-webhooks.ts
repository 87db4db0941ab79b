import type { Breach, Invariant } from './inspection.js';
import type { Query } from './query.js';

export const webhooksDelivered: Invariant = {
  id: 'I10',
  says: 'each webhook is sent until it arrives or is given up, and every attempt has one id and one body',
  check: async ({ snapshot }) => {
    const [counts] = await snapshot<{ messages: number; attempts: number }>(
      `select (select count(*)::int from webhook_delivery) as messages, (select count(*)::int from webhook_attempt) as attempts`,
    );
    const found = [await untold(snapshot), await changed(snapshot), await miscounted(snapshot), await forgotten(snapshot)];
    return { counts: { ...counts }, breaches: found.flat() };
  },
};

/** Events whose telling is done, and of which an endpoint that is still there has no message. Settled ones are kept for 30 days. */
async function untold(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `select 'event ' || (o.payload ->> 'eventId') as subject, 'endpoint ' || e.id || ' was never told of it' as detail
       from outbox o
       cross join jsonb_array_elements_text(o.payload -> 'endpointIds') as wanted (id)
       join webhook_endpoint e on e.id = wanted.id::uuid
      where o.job = 'tell-webhooks' and o.done_at > now() - interval '29 days'
        and not exists (select from webhook_delivery d where d.endpoint_id = e.id and d.event_id = (o.payload ->> 'eventId')::uuid)`,
  );
}

async function changed(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `select 'webhook ' || d.id as subject,
            'attempt ' || a.number || case when a.webhook_id <> d.webhook_id then ' had another id' else ' had another body' end as detail
       from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id
      where a.webhook_id <> d.webhook_id or a.body_sha256 <> encode(sha256(convert_to(d.body, 'UTF8')), 'hex')
     union all
     select 'event ' || event_id, 'has several webhook ids' from webhook_delivery
      group by event_id having count(distinct webhook_id) > 1`,
  );
}

async function miscounted(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `select 'webhook ' || d.id as subject,
            case when d.attempts <> made.count then 'counts ' || d.attempts || ' attempts, and ' || made.count || ' were made'
                 else 'counts as delivered, and no attempt was answered with 2xx' end as detail
       from webhook_delivery d
       cross join lateral (
         select count(*) as count, bool_or(a.status between 200 and 299) as arrived from webhook_attempt a where a.delivery_id = d.id
       ) as made
      where d.attempts <> made.count or (d.delivered_at is not null and made.arrived is not true)`,
  );
}

/** Messages that are still to arrive, and of which nobody will make another attempt. What was set aside waits for a person. */
async function forgotten(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `select 'webhook ' || d.id as subject, 'is still to arrive, and no attempt is planned' as detail
       from webhook_delivery d
      where d.next_attempt_at is not null
        and not exists (
          select from outbox o
           where o.job = 'deliver-webhook' and o.done_at is null and o.payload ->> 'deliveryId' = d.id::text
             and (o.payload ->> 'round')::int = d.round and (o.payload ->> 'number')::int = d.attempts + 1)`,
  );
}
