-- A learner's project work: the draft that changes, and the attempts that never do.
create table submission (
  id uuid constraint submission_pk primary key,
  institution_id uuid not null,
  enrollment_id uuid not null constraint submission_enrollment_key unique constraint submission_enrollment_fk references enrollment (id),
  draft jsonb not null,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select cairn_tenant_table('submission');

create table attempt (
  id uuid constraint attempt_pk primary key,
  institution_id uuid not null,
  submission_id uuid not null constraint attempt_submission_fk references submission (id),
  enrollment_id uuid not null constraint attempt_enrollment_fk references enrollment (id),
  offering_id uuid not null constraint attempt_offering_fk references offering (id),
  person_id uuid not null constraint attempt_person_fk references person (id),
  number integer not null,
  work jsonb not null,
  work_sha256 text not null,
  submitted_at timestamptz not null,
  due_at timestamptz,
  lateness jsonb not null,
  constraint attempt_number_key unique (submission_id, number)
);
create index attempt_offering on attempt (offering_id, submitted_at);
create index attempt_enrollment on attempt (enrollment_id);
select cairn_tenant_table('attempt');
select cairn_append_only('attempt');

create table attempt_withdrawal (
  attempt_id uuid constraint attempt_withdrawal_pk primary key constraint attempt_withdrawal_attempt_fk references attempt (id),
  institution_id uuid not null,
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null
);
select cairn_tenant_table('attempt_withdrawal');
select cairn_append_only('attempt_withdrawal');

-- Who is grading which attempt now. The row is taken over, never deleted while held.
create table grading_lease (
  attempt_id uuid not null constraint grading_lease_attempt_fk references attempt (id),
  institution_id uuid not null,
  marker text not null,
  assessor_id uuid not null,
  taken_at timestamptz not null,
  expires_at timestamptz not null,
  constraint grading_lease_pk primary key (attempt_id, marker),
  constraint grading_lease_marker_known check (marker in ('first', 'second', 'agreed'))
);
select cairn_tenant_table('grading_lease');

create table assessment_draft (
  attempt_id uuid not null constraint assessment_draft_attempt_fk references attempt (id),
  institution_id uuid not null,
  assessor_id uuid not null,
  ratings jsonb not null,
  feedback text not null,
  revision integer not null,
  updated_at timestamptz not null,
  constraint assessment_draft_pk primary key (attempt_id, assessor_id)
);
select cairn_tenant_table('assessment_draft');

-- Every verdict and mark there ever was. The one that stands is the last final one of its attempt.
create table assessment (
  id uuid constraint assessment_pk primary key,
  institution_id uuid not null,
  attempt_id uuid not null constraint assessment_attempt_fk references attempt (id),
  enrollment_id uuid not null constraint assessment_enrollment_fk references enrollment (id),
  version integer not null,
  marker text not null,
  final boolean not null,
  verdict text not null,
  points double precision not null,
  max_points double precision not null,
  ratings jsonb not null,
  feedback text not null,
  assessor_id uuid not null,
  decided_at timestamptz not null,
  correction_reason text,
  constraint assessment_version_key unique (attempt_id, version),
  constraint assessment_verdict_known check (verdict in ('passed', 'returned', 'failed')),
  constraint assessment_marker_known check (marker in ('first', 'second', 'agreed', 'correction'))
);
create unique index assessment_marker_key on assessment (attempt_id, marker) where marker <> 'correction';
create index assessment_enrollment on assessment (enrollment_id, decided_at);
select cairn_tenant_table('assessment');
select cairn_append_only('assessment');
