-- What a learner did, as it was told to us. The id comes from the teller, so that telling twice is telling once.
create table progress_fact (
  id uuid not null,
  institution_id uuid not null,
  enrollment_id uuid not null constraint progress_fact_enrollment_fk references enrollment (id),
  activity_id uuid not null,
  kind text not null,
  value double precision not null,
  source text not null,
  reason text,
  actor_id uuid,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint progress_fact_pk primary key (enrollment_id, id),
  constraint progress_fact_kind_known check (kind in ('progressed', 'completed', 'waived')),
  constraint progress_fact_source_known check (source in ('learner', 'quiz', 'waiver', 'import', 'lti', 'move')),
  constraint progress_fact_value_sane check (value >= 0 and value <= 1)
);
select cairn_tenant_table('progress_fact');
select cairn_append_only('progress_fact');

-- The greatest of the facts for each activity: read on every page, derived from them in the statement that writes them.
create table activity_progress (
  institution_id uuid not null,
  enrollment_id uuid not null constraint activity_progress_enrollment_fk references enrollment (id),
  activity_id uuid not null,
  value double precision not null,
  completed_at timestamptz,
  waived boolean not null,
  updated_at timestamptz not null,
  constraint activity_progress_pk primary key (enrollment_id, activity_id)
) with (fillfactor = 80);
select cairn_tenant_table('activity_progress');

-- Earned once by a person, counted in every micro-credential that uses the course.
create table course_completion (
  id uuid constraint course_completion_pk primary key,
  institution_id uuid not null,
  person_id uuid not null constraint course_completion_person_fk references person (id),
  course_id uuid not null constraint course_completion_course_fk references course (id),
  enrollment_id uuid not null constraint course_completion_enrollment_fk references enrollment (id),
  completed_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint course_completion_key unique (person_id, course_id)
);
create index course_completion_enrollment on course_completion (enrollment_id);
select cairn_tenant_table('course_completion');
select cairn_append_only('course_completion');

-- That somebody moved a learner to another edition on purpose, and why.
create table edition_move (
  id uuid constraint edition_move_pk primary key,
  institution_id uuid not null,
  enrollment_id uuid not null constraint edition_move_enrollment_fk references enrollment (id),
  from_edition_id uuid not null constraint edition_move_from_fk references edition (id),
  to_edition_id uuid not null constraint edition_move_to_fk references edition (id),
  reason text not null,
  moved_by uuid not null,
  moved_at timestamptz not null
);
create index edition_move_enrollment on edition_move (enrollment_id, moved_at);
select cairn_tenant_table('edition_move');
select cairn_append_only('edition_move');

create table resume_position (
  enrollment_id uuid constraint resume_position_pk primary key constraint resume_position_enrollment_fk references enrollment (id),
  institution_id uuid not null,
  activity_id uuid not null,
  place jsonb not null,
  updated_at timestamptz not null
);
select cairn_tenant_table('resume_position');

create table quiz_attempt (
  id uuid constraint quiz_attempt_pk primary key,
  institution_id uuid not null,
  enrollment_id uuid not null constraint quiz_attempt_enrollment_fk references enrollment (id),
  -- Whose questions it asks: the learner may be moved to another edition afterwards.
  edition_id uuid not null constraint quiz_attempt_edition_fk references edition (id),
  activity_id uuid not null,
  number integer not null,
  seed text not null,
  answers jsonb not null,
  revision integer not null,
  started_at timestamptz not null,
  due_at timestamptz,
  submitted_at timestamptz,
  result jsonb,
  constraint quiz_attempt_number_key unique (enrollment_id, activity_id, number)
);
create unique index quiz_attempt_open_key on quiz_attempt (enrollment_id, activity_id) where submitted_at is null;
create index quiz_attempt_running_out on quiz_attempt (due_at) where submitted_at is null;
select cairn_tenant_table('quiz_attempt');
