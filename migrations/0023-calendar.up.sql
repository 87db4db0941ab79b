-- The private address of a learner's calendar: whoever knows the secret reads it. One for each person and institution.
create table calendar_feed (
  institution_id uuid not null constraint calendar_feed_institution_fk references institution (id),
  person_id uuid not null constraint calendar_feed_person_fk references person (id),
  token_hash text not null,
  created_at timestamptz not null,
  constraint calendar_feed_pk primary key (institution_id, person_id),
  constraint calendar_feed_token_key unique (token_hash)
);
select cairn_tenant_table('calendar_feed');

-- The time that a learner sets aside. What is done on which day follows from it and from what is still to do, whenever it is looked at.
create table study_plan (
  enrollment_id uuid not null constraint study_plan_enrollment_fk references enrollment (id),
  institution_id uuid not null,
  -- Of each day of the week, Monday first.
  minutes integer[] not null,
  starts_on date not null,
  version integer not null,
  updated_at timestamptz not null,
  constraint study_plan_pk primary key (enrollment_id),
  constraint study_plan_week check (cardinality(minutes) = 7)
);
select cairn_tenant_table('study_plan');
