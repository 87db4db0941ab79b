-- Who is in a course of a learning-management system, as it says itself (LTI Names and Role Provisioning Services 2.0).
alter table lti_context add column memberships_url text;

-- How reading the roster of a course gets on.
create table lti_roster (
  context_id uuid constraint lti_roster_pk primary key constraint lti_roster_context_fk references lti_context (id) on delete cascade,
  institution_id uuid not null,
  -- It is to be read while that is later than the beginning of the last reading that came to an end.
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- The reading that runs: a later one takes its turn away.
  reading_id uuid,
  -- Nobody begins before: one runs, or the next attempt waits.
  leased_until timestamptz,
  attempts integer not null,
  read_at timestamptz,
  read_whole_at timestamptz,
  -- Where the system tells what has changed since.
  differences_url text,
  -- What the last attempt met; null: nothing.
  problem text,
  -- How many would leave, which somebody has to confirm first; and how many may, because somebody has.
  leaving integer,
  may_leave integer,
  -- Entries that could not be understood.
  skipped integer not null
);
select cairn_tenant_table('lti_roster');

create table lti_member (
  context_id uuid not null constraint lti_member_context_fk references lti_context (id) on delete cascade,
  identity_id uuid not null constraint lti_member_identity_fk references lti_identity (id) on delete cascade,
  institution_id uuid not null,
  -- Teaches there; learns otherwise.
  is_staff boolean not null,
  joined_at timestamptz not null,
  -- No longer in the course since; what they did here stays.
  ended_at timestamptz,
  constraint lti_member_pk primary key (context_id, identity_id)
);
create index lti_member_identity on lti_member (identity_id);
select cairn_tenant_table('lti_member');
