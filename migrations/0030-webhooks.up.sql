-- Where other systems are told what happens here (Standard Webhooks 1.0).
create table webhook_endpoint (
  id uuid constraint webhook_endpoint_pk primary key,
  institution_id uuid not null constraint webhook_endpoint_institution_fk references institution (id),
  url text not null,
  description text not null,
  event_types text[] not null,
  version integer not null,
  created_at timestamptz not null,
  -- Null while it is told.
  disabled_at timestamptz,
  disabled_because text constraint webhook_endpoint_because_known check (disabled_because in ('by_hand', 'gone', 'failing')),
  -- Since when every attempt has failed.
  failing_since timestamptz,
  -- It asked to be left alone until then.
  not_before timestamptz,
  last_success_at timestamptz,
  last_milliseconds integer,
  constraint webhook_endpoint_disabled_why check ((disabled_at is null) = (disabled_because is null))
);
create index webhook_endpoint_institution on webhook_endpoint (institution_id, created_at);
select cairn_tenant_table('webhook_endpoint');

-- Several at once while one is being replaced.
create table webhook_secret (
  id uuid constraint webhook_secret_pk primary key,
  institution_id uuid not null,
  endpoint_id uuid not null constraint webhook_secret_endpoint_fk references webhook_endpoint (id) on delete cascade,
  sealed bytea not null,
  created_at timestamptz not null,
  -- Null: until it is replaced.
  expires_at timestamptz
);
create index webhook_secret_endpoint on webhook_secret (endpoint_id);
select cairn_tenant_table('webhook_secret');

create table webhook_delivery (
  id uuid constraint webhook_delivery_pk primary key,
  institution_id uuid not null,
  endpoint_id uuid not null constraint webhook_delivery_endpoint_fk references webhook_endpoint (id) on delete cascade,
  event_id uuid not null,
  type text not null,
  webhook_id text not null,
  -- The exact text of every attempt.
  body text not null,
  created_at timestamptz not null,
  -- Ever, and since it was last begun anew.
  attempts integer not null,
  tries integer not null,
  -- How often it was begun anew.
  round integer not null,
  -- Null once it is settled.
  next_attempt_at timestamptz,
  last_status integer,
  last_failure text,
  delivered_at timestamptz,
  dead_at timestamptz,
  dead_because text constraint webhook_delivery_because_known check (dead_because in ('tries_used_up', 'gone', 'endpoint_disabled')),
  constraint webhook_delivery_once unique (endpoint_id, event_id),
  constraint webhook_delivery_settled_once check (num_nonnulls(next_attempt_at, delivered_at, dead_at) = 1)
);
create index webhook_delivery_list on webhook_delivery (endpoint_id, created_at, id);
create index webhook_delivery_waiting on webhook_delivery (endpoint_id) where next_attempt_at is not null;
create index webhook_delivery_dead on webhook_delivery (endpoint_id, dead_at) where dead_at is not null;
create index webhook_delivery_created on webhook_delivery (created_at);
select cairn_tenant_table('webhook_delivery');

create table webhook_attempt (
  delivery_id uuid not null constraint webhook_attempt_delivery_fk references webhook_delivery (id) on delete cascade,
  number integer not null,
  institution_id uuid not null,
  at timestamptz not null,
  webhook_id text not null,
  body_sha256 text not null,
  status integer,
  failure text,
  milliseconds integer not null,
  constraint webhook_attempt_pk primary key (delivery_id, number)
);
select cairn_tenant_table('webhook_attempt');

-- The database itself puts an event that an endpoint wants to hear of into the outbox, in the event's own transaction, so that no way
-- of recording events can leave one out. Which endpoints, is settled then: one that is added later hears of what happens later.
create function cairn_tell_webhooks() returns trigger language plpgsql as $$
begin
  insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts)
  select gen_random_uuid(), w.institution_id, 'tell-webhooks',
         jsonb_build_object('eventId', w.id, 'endpointIds', jsonb_agg(e.id)), 'tell-webhooks:' || w.id, 1, now(), now(), 0
    from written w
    join webhook_endpoint e on e.institution_id = w.institution_id and e.disabled_at is null and w.type = any(e.event_types)
   group by w.id, w.institution_id;
  if found then perform pg_notify('cairn_outbox', ''); end if;
  return null;
end $$;
create trigger tell_webhooks after insert on event
  referencing new table as written for each statement execute function cairn_tell_webhooks();

-- What was set aside, for who looks after it; among all that was ever done it is hard to find.
create index outbox_set_aside on outbox (dead_at) where dead_at is not null and done_at is null;

-- When each duty of the scheduler last ran, whatever process held the lock.
create table duty_run (
  name text constraint duty_run_pk primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  error text
);
