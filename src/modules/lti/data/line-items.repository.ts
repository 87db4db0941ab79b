import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RegistrationSettings } from '../domain/registration-settings.js';
import type { Target } from '../domain/target.js';
import type { RegistrationState } from './registrations.repository.js';

/** A column of a platform's gradebook, with what is needed to talk with the platform about it. */
export interface KnownLineItem {
  id: string;
  url: string;
  target: Target;
  /** As the platform calls the link that the column is of. */
  linkId: string | null;
  contextId: string;
  /** All columns of the context. */
  lineItemsUrl: string | null;
  /** What the context gave leave for. */
  granted: string[];
  registration: {
    id: string;
    state: RegistrationState;
    clientId: string;
    tokenUrl: string;
    tokenAudience: string | null;
    settings: Pick<RegistrationSettings, 'sendScores'>;
  };
  deploymentState: 'pending' | 'approved' | 'refused';
}

const COLUMNS = `l.id, l.url, l.target, k.link_id as "linkId", l.context_id as "contextId", c.line_items_url as "lineItemsUrl", c.scopes as granted,
  json_build_object('id', r.id, 'state', r.state, 'clientId', r.client_id, 'tokenUrl', r.token_url, 'tokenAudience', r.token_audience,
    'settings', r.settings) as registration,
  d.state as "deploymentState"`;
const FROM = `from lti_line_item l
  join lti_context c on c.id = l.context_id
  join lti_deployment d on d.id = c.deployment_id
  join lti_registration r on r.id = d.registration_id
  left join lti_resource_link k on k.id = l.resource_link_id`;

@Injectable()
export class LineItemsRepository {
  async find(tx: Tx, id: string): Promise<KnownLineItem | null> {
    const [found] = await tx.query<KnownLineItem>(`select ${COLUMNS} ${FROM} where l.id = $1`, [id]);
    return found ?? null;
  }

  async ofLink(tx: Tx, resourceLinkId: string): Promise<{ id: string; url: string } | null> {
    const [found] = await tx.query<{ id: string; url: string }>(
      'select id, url from lti_line_item where resource_link_id = $1 order by created_at desc, id limit 1',
      [resourceLinkId],
    );
    return found ?? null;
  }

  async targetAt(tx: Tx, contextId: string, url: string): Promise<Target | null> {
    const [found] = await tx.query<{ target: Target }>('select target from lti_line_item where context_id = $1 and url = $2', [
      contextId,
      url,
    ]);
    return found?.target ?? null;
  }

  /** Adds it, or puts right what it is of; without a change nothing is written. */
  async keep(
    tx: Tx,
    one: {
      id: string;
      institutionId: string;
      contextId: string;
      resourceLinkId: string;
      url: string;
      target: Target;
      createdAt: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into lti_line_item as l (id, institution_id, context_id, resource_link_id, url, target, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (context_id, url) do update set resource_link_id = excluded.resource_link_id, target = excluded.target
        where (l.resource_link_id, l.target) is distinct from (excluded.resource_link_id, excluded.target)`,
      [one.id, one.institutionId, one.contextId, one.resourceLinkId, one.url, JSON.stringify(one.target), one.createdAt],
    );
  }

  /** The column went elsewhere; false where another one is known there. */
  async move(tx: Tx, id: string, url: string): Promise<boolean> {
    const moved = await tx.query(
      `update lti_line_item l set url = $2
        where id = $1 and not exists (select from lti_line_item o where o.context_id = l.context_id and o.url = $2 and o.id <> l.id)
        returning id`,
      [id, url],
    );
    return moved.length > 0;
  }
}
