-- What a learner writes down beside an activity, for themselves alone.
create table note (
  enrollment_id uuid not null constraint note_enrollment_fk references enrollment (id),
  activity_id uuid not null,
  institution_id uuid not null,
  person_id uuid not null constraint note_person_fk references person (id),
  text text not null,
  version integer not null,
  updated_at timestamptz not null,
  constraint note_pk primary key (enrollment_id, activity_id)
);
create index note_person on note (person_id, updated_at);
select cairn_tenant_table('note');
