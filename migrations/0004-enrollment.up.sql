create table offering (
  id uuid constraint offering_pk primary key,
  institution_id uuid not null constraint offering_institution_fk references institution (id),
  edition_id uuid not null constraint offering_edition_fk references edition (id),
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  enroll_from timestamptz not null,
  enroll_until timestamptz,
  seats integer,
  waitlist boolean not null,
  -- Learners may enrol themselves; otherwise the office does.
  open_enrollment boolean not null,
  price_label text not null,
  project_due jsonb,
  late_policy jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint offering_seats_sane check (seats is null or seats >= 0)
);
create index offering_institution on offering (institution_id, starts_at);
create index offering_edition on offering (edition_id);
select cairn_tenant_table('offering');

create table offering_staff (
  institution_id uuid not null,
  offering_id uuid not null constraint offering_staff_offering_fk references offering (id),
  person_id uuid not null constraint offering_staff_person_fk references person (id),
  role text not null,
  added_at timestamptz not null,
  constraint offering_staff_pk primary key (offering_id, person_id, role),
  constraint offering_staff_role_known check (role in ('instructor', 'assessor'))
);
select cairn_tenant_table('offering_staff');

create table enrollment (
  id uuid constraint enrollment_pk primary key,
  institution_id uuid not null constraint enrollment_institution_fk references institution (id),
  offering_id uuid not null constraint enrollment_offering_fk references offering (id),
  edition_id uuid not null constraint enrollment_edition_fk references edition (id),
  person_id uuid not null constraint enrollment_person_fk references person (id),
  state text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  project_due_at timestamptz,
  version integer not null,
  constraint enrollment_state_known check (state in ('invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'))
);
-- One place per person in an offering, whatever clicks twice; a withdrawn one may enrol again.
create unique index enrollment_live_key on enrollment (offering_id, person_id) where state not in ('withdrawn', 'expired');
create index enrollment_person on enrollment (person_id);
create index enrollment_offering on enrollment (offering_id, state, created_at);
select cairn_tenant_table('enrollment');

create table deadline_extension (
  id uuid constraint deadline_extension_pk primary key,
  institution_id uuid not null,
  enrollment_id uuid not null constraint deadline_extension_enrollment_fk references enrollment (id),
  due_at timestamptz not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null
);
create index deadline_extension_enrollment on deadline_extension (enrollment_id);
select cairn_tenant_table('deadline_extension');
select cairn_append_only('deadline_extension');

-- A standing arrangement of a person with an institution: more time in quizzes, more days for work.
create table accommodation (
  id uuid constraint accommodation_pk primary key,
  institution_id uuid not null,
  person_id uuid not null constraint accommodation_person_fk references person (id),
  time_factor double precision not null,
  extra_days integer not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  constraint accommodation_sane check (time_factor >= 1 and time_factor <= 10 and extra_days >= 0)
);
create unique index accommodation_live_key on accommodation (institution_id, person_id) where ended_at is null;
select cairn_tenant_table('accommodation');
