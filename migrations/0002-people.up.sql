create table institution (
  id uuid constraint institution_pk primary key,
  slug text not null constraint institution_slug_key unique,
  name text not null,
  description text not null,
  url text,
  email text,
  country_code text,
  language text not null,
  time_zone text not null,
  accreditation jsonb not null,
  version integer not null,
  created_at timestamptz not null
);
alter table institution enable row level security;
alter table institution force row level security;
create policy tenant on institution using (id = cairn_institution() or cairn_system());

create table person (
  id uuid constraint person_pk primary key,
  email text constraint person_email_key unique,
  name text not null,
  password_hash text,
  -- Runs this installation: may open institutions. Not a role inside one.
  operator boolean not null,
  locale text not null,
  time_zone text not null,
  created_at timestamptz not null,
  suspended_at timestamptz
);

create table membership (
  id uuid constraint membership_pk primary key,
  institution_id uuid not null constraint membership_institution_fk references institution (id),
  person_id uuid not null constraint membership_person_fk references person (id),
  created_at timestamptz not null,
  suspended_at timestamptz,
  constraint membership_person_key unique (institution_id, person_id)
);
create index membership_person on membership (person_id);
create index membership_institution on membership (institution_id, created_at, id);
select cairn_tenant_table('membership');

create table membership_role (
  institution_id uuid not null,
  membership_id uuid not null constraint membership_role_membership_fk references membership (id),
  role text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  constraint membership_role_pk primary key (membership_id, role),
  constraint membership_role_known check (role in ('learner', 'instructor', 'assessor', 'office', 'admin'))
);
select cairn_tenant_table('membership_role');

-- A person is seen by the institutions they belong to: the membership policy does the filtering.
alter table person enable row level security;
alter table person force row level security;
create policy tenant on person using (cairn_system() or exists (select from membership m where m.person_id = person.id));

create table invitation (
  id uuid constraint invitation_pk primary key,
  institution_id uuid not null constraint invitation_institution_fk references institution (id),
  email text not null,
  name text not null,
  roles text[] not null,
  token_hash text not null constraint invitation_token_key unique,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz
);
create index invitation_institution on invitation (institution_id, created_at);
select cairn_tenant_table('invitation');

create table session (
  id uuid constraint session_pk primary key,
  token_hash text not null constraint session_token_key unique,
  person_id uuid not null constraint session_person_fk references person (id),
  -- Where the person is acting now; not tenancy of the row, a session belongs to the person.
  acting_institution_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text not null
);
create index session_person on session (person_id);

create table sign_in_link (
  token_hash text constraint sign_in_link_pk primary key,
  person_id uuid not null constraint sign_in_link_person_fk references person (id),
  purpose text not null,
  -- The new address that the link confirms; only for that purpose.
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);

create table api_token (
  id uuid constraint api_token_pk primary key,
  institution_id uuid not null constraint api_token_institution_fk references institution (id),
  person_id uuid not null constraint api_token_person_fk references person (id),
  name text not null,
  token_hash text not null constraint api_token_token_key unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_institution on api_token (institution_id, created_at);
select cairn_tenant_table('api_token');
