alter table institution
  add column image_url text,
  add column region text,
  add column identifiers jsonb not null default '[]',
  add column parent_organization jsonb;
alter table institution alter column identifiers drop default;

-- What learners let their badges say, each choice kept as it was made.
create table credential_choice (
  id uuid constraint credential_choice_pk primary key,
  institution_id uuid not null constraint credential_choice_institution_fk references institution (id),
  enrollment_id uuid not null constraint credential_choice_enrollment_fk references enrollment (id),
  person_id uuid not null constraint credential_choice_person_fk references person (id),
  version integer not null,
  choices jsonb not null,
  chosen_at timestamptz not null,
  constraint credential_choice_version_key unique (enrollment_id, version)
);
select cairn_tenant_table('credential_choice');
select cairn_append_only('credential_choice');

-- Work that a badge names as evidence, at an address of its own that its learner can close again.
create table published_evidence (
  id uuid constraint published_evidence_pk primary key,
  institution_id uuid not null constraint published_evidence_institution_fk references institution (id),
  public_id text not null constraint published_evidence_public_id_key unique,
  credential_id uuid not null constraint published_evidence_intent_fk references credential_intent (id),
  name text not null,
  url text,
  file_id uuid constraint published_evidence_file_fk references stored_file (id),
  sha256 text,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint published_evidence_one_thing check ((url is null) <> (file_id is null))
);
create index published_evidence_credential on published_evidence (credential_id);
select cairn_tenant_table('published_evidence');

alter table credential add column visibility text not null default 'link';
alter table credential add constraint credential_visibility_known check (visibility in ('public', 'link', 'private'));

create table credential_share_link (
  id uuid constraint credential_share_link_pk primary key,
  institution_id uuid not null constraint credential_share_link_institution_fk references institution (id),
  credential_id uuid not null constraint credential_share_link_credential_fk references credential (id),
  token_hash text not null constraint credential_share_link_token_key unique,
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index credential_share_link_credential on credential_share_link (credential_id, created_at);
select cairn_tenant_table('credential_share_link');

-- How often a page was opened: a number for each day and way, and nothing about who looked.
create table credential_view_count (
  credential_id uuid not null constraint credential_view_count_credential_fk references credential (id),
  way text not null,
  day date not null,
  institution_id uuid not null constraint credential_view_count_institution_fk references institution (id),
  views integer not null,
  constraint credential_view_count_pk primary key (credential_id, way, day)
);
create index credential_view_count_day on credential_view_count (day);
select cairn_tenant_table('credential_view_count');

create table portfolio (
  id uuid constraint portfolio_pk primary key,
  institution_id uuid not null constraint portfolio_institution_fk references institution (id),
  person_id uuid not null constraint portfolio_person_fk references person (id),
  public_id text not null constraint portfolio_public_id_key unique,
  title text not null,
  introduction text not null,
  show_name boolean not null,
  published boolean not null,
  credential_ids jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  constraint portfolio_person_key unique (institution_id, person_id)
);
select cairn_tenant_table('portfolio');
