create table course (
  id uuid constraint course_pk primary key,
  institution_id uuid not null constraint course_institution_fk references institution (id),
  title text not null,
  summary text not null,
  language text not null,
  attribution jsonb,
  version integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index course_institution on course (institution_id, created_at);
select cairn_tenant_table('course');

create table activity (
  id uuid constraint activity_pk primary key,
  institution_id uuid not null,
  course_id uuid not null constraint activity_course_fk references course (id),
  position integer not null,
  title text not null,
  minutes integer not null,
  required boolean not null,
  body jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  constraint activity_position_key unique (course_id, position) deferrable initially deferred,
  constraint activity_minutes_sane check (minutes >= 0 and minutes <= 6000)
);
select cairn_tenant_table('activity');

create table micro_credential (
  id uuid constraint micro_credential_pk primary key,
  institution_id uuid not null constraint micro_credential_institution_fk references institution (id),
  slug text not null,
  title text not null,
  draft jsonb not null,
  version integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  constraint micro_credential_slug_key unique (institution_id, slug)
);
create index micro_credential_institution on micro_credential (institution_id, created_at);
select cairn_tenant_table('micro_credential');

create table edition (
  id uuid constraint edition_pk primary key,
  institution_id uuid not null constraint edition_institution_fk references institution (id),
  micro_credential_id uuid not null constraint edition_micro_credential_fk references micro_credential (id),
  number integer not null,
  title text not null,
  content jsonb not null,
  -- The little of the content that lists show, so that they need not read all of it.
  card jsonb not null,
  change_note text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  constraint edition_number_key unique (micro_credential_id, number)
);
create index edition_institution on edition (institution_id, published_at);
select cairn_tenant_table('edition');
select cairn_append_only('edition');
