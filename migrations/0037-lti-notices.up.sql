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
