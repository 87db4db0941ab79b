-- A browser that keeps no cookie of ours in a frame may keep a secret with the platform instead (lti-cs-pm v0.1): by which frame of the
-- platform’s page, and what proves that it did.
alter table lti_login
  add column storage_hash text,
  add column storage_target text,
  add constraint lti_login_storage_whole check (storage_hash is not null or storage_target is null);

-- A proved message whose browser has yet to prove itself by that secret: good once, and for minutes.
create table lti_parked_launch (
  ticket_hash text constraint lti_parked_launch_pk primary key,
  institution_id uuid not null,
  registration_id uuid not null constraint lti_parked_launch_registration_fk references lti_registration (id) on delete cascade,
  storage_hash text not null,
  -- What was read of it.
  message jsonb not null,
  expires_at timestamptz not null
);
create index lti_parked_launch_expires on lti_parked_launch (expires_at);
select cairn_tenant_table('lti_parked_launch');

-- Where a deployment sends notices to us, as we asked for it (Platform Notification Service 1.0).
create table lti_notice_handler (
  deployment_id uuid constraint lti_notice_handler_pk primary key
    constraint lti_notice_handler_deployment_fk references lti_deployment (id) on delete cascade,
  institution_id uuid not null,
  service_url text not null,
  scopes text[] not null,
  -- Our own address, as it was then.
  handler text not null,
  asked_at timestamptz not null,
  registered_at timestamptz,
  -- Why the platform does not take it.
  problem text
);
select cairn_tenant_table('lti_notice_handler');

-- What platforms said of copied courses: each notice once, however often it is delivered.
create table lti_context_copy (
  deployment_id uuid not null constraint lti_context_copy_deployment_fk references lti_deployment (id) on delete cascade,
  jti text not null,
  institution_id uuid not null,
  context_id text not null,
  -- The nearest first.
  copied_from text[] not null,
  told_at timestamptz not null,
  constraint lti_context_copy_pk primary key (deployment_id, jti)
);
create index lti_context_copy_context on lti_context_copy (deployment_id, context_id);
select cairn_tenant_table('lti_context_copy');
