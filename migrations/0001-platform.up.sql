-- What every other table leans on: tenancy, append-only history, events, outbox, files, mail, limits.

create function cairn_institution() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.institution_id', true), '')::uuid;

create function cairn_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.scope', true), '') = 'system';

-- Forced row-level security by institution: without a scope set in the transaction a query finds nothing.
create function cairn_tenant_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (institution_id = cairn_institution() or cairn_system())', target);
end $$;

create function cairn_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- History that nobody rewrites, whatever role asks.
create function cairn_append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function cairn_refuse_change()', target);
end $$;

-- The application's rights: everything on ordinary tables, insert and read on append-only ones, never ownership.
create function cairn_grant_application(application_role name) returns void language plpgsql as $$
declare target record;
begin
  execute format('grant usage on schema public to %I', application_role);
  for target in
    select c.oid::regclass as name,
           exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as append_only
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
  loop
    execute format('revoke all on %s from %I', target.name, application_role);
    execute format('grant %s on %s to %I', case when target.append_only then 'select, insert' else 'select, insert, update, delete' end,
                   target.name, application_role);
  end loop;
  execute format('grant select on migration to %I', application_role);
end $$;

create table event (
  id uuid constraint event_pk primary key,
  institution_id uuid not null,
  type text not null,
  actor_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  particulars jsonb not null,
  occurred_at timestamptz not null
);
create index event_subject on event (subject_type, subject_id, occurred_at);
create index event_institution on event (institution_id, occurred_at);
select cairn_tenant_table('event');
select cairn_append_only('event');

-- Hash chain over events, one per institution, written behind them by the scheduler.
create table audit_link (
  institution_id uuid not null,
  sequence bigint not null,
  event_id uuid not null constraint audit_link_event_key unique,
  hash text not null,
  sealed_at timestamptz not null,
  constraint audit_link_pk primary key (institution_id, sequence)
);
select cairn_tenant_table('audit_link');
select cairn_append_only('audit_link');

-- Events that the chain does not hold yet. The database itself writes them down, so that no way of recording events can leave one
-- out; a position in the event table would not do, because transaction numbers start anew when a backup is restored.
create table unsealed_event (
  institution_id uuid not null,
  event_id uuid not null,
  constraint unsealed_event_pk primary key (institution_id, event_id)
);
select cairn_tenant_table('unsealed_event');

create function cairn_await_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed_event (institution_id, event_id) select institution_id, id from written;
  return null;
end $$;
create trigger await_seal after insert on event
  referencing new table as written for each statement execute function cairn_await_seal();

create table outbox (
  id uuid constraint outbox_pk primary key,
  institution_id uuid not null,
  job text not null,
  payload jsonb not null,
  dedupe_key text not null constraint outbox_dedupe_key unique,
  epoch integer not null,
  created_at timestamptz not null,
  available_at timestamptz not null,
  dispatched_at timestamptz,
  done_at timestamptz,
  attempts integer not null,
  last_error text,
  dead_at timestamptz
);
create index outbox_pending on outbox (available_at) where dispatched_at is null and done_at is null and dead_at is null;
create index outbox_open on outbox (dispatched_at) where done_at is null and dead_at is null;
select cairn_tenant_table('outbox');

create table idempotent_request (
  scope text not null,
  key text not null,
  request_hash text not null,
  result bytea,
  created_at timestamptz not null,
  constraint idempotent_request_pk primary key (scope, key)
);
create index idempotent_request_created on idempotent_request (created_at);

create table stored_file (
  id uuid constraint stored_file_pk primary key,
  institution_id uuid not null,
  purpose text not null,
  original_name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  storage_key text not null constraint stored_file_storage_key unique,
  created_by uuid,
  created_at timestamptz not null
);
create index stored_file_institution on stored_file (institution_id, created_at);
select cairn_tenant_table('stored_file');

create table mail_message (
  id uuid constraint mail_message_pk primary key,
  institution_id uuid not null,
  dedupe_key text not null constraint mail_message_dedupe_key unique,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_message_created on mail_message (institution_id, created_at);
select cairn_tenant_table('mail_message');

create table rate_limit (
  key varchar(255) constraint rate_limit_pk primary key,
  points integer not null default 0,
  expire bigint
);
