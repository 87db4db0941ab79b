-- Files of people to enrol: each row as it was checked, and what became of it.
create table enrollment_import (
  id uuid constraint enrollment_import_pk primary key,
  institution_id uuid not null constraint enrollment_import_institution_fk references institution (id),
  -- Of every row; null where each row names its own.
  offering_id uuid constraint enrollment_import_offering_fk references offering (id),
  file_name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint enrollment_import_confirmed_whole check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2))
);
create index enrollment_import_institution on enrollment_import (institution_id, uploaded_at);
select cairn_tenant_table('enrollment_import');

create table enrollment_import_row (
  id uuid constraint enrollment_import_row_pk primary key,
  institution_id uuid not null constraint enrollment_import_row_institution_fk references institution (id),
  import_id uuid not null constraint enrollment_import_row_import_fk references enrollment_import (id),
  line integer not null,
  -- Of a row that cannot be used nothing is kept but what is wrong with it.
  wish jsonb,
  problems jsonb not null,
  forecast text,
  outcome text,
  reason text,
  enrollment_id uuid constraint enrollment_import_row_enrollment_fk references enrollment (id),
  constraint enrollment_import_row_line_key unique (import_id, line),
  constraint enrollment_import_row_forecast_known check (forecast in ('seat', 'waitlist', 'already')),
  constraint enrollment_import_row_outcome_known check (outcome in ('enrolled', 'waitlisted', 'already', 'refused')),
  constraint enrollment_import_row_good_or_bad check ((wish is null) = (problems <> '[]') and (wish is null) = (forecast is null))
);
create index enrollment_import_row_waiting on enrollment_import_row (import_id) where wish is not null and outcome is null;
select cairn_tenant_table('enrollment_import_row');

-- Who was active lately is asked of facts. They are written in the order of their time, so that an index of some pages finds it, which
-- costs those who tell them next to nothing.
create index progress_fact_recorded on progress_fact using brin (recorded_at);

-- How many have their badge, and since when, without reading the badges: they are kilobytes each.
drop index credential_enrollment;
create index credential_enrollment on credential (enrollment_id, institution_id, state, issued_at);

-- Everybody of an institution, newest place first.
create index enrollment_institution on enrollment (institution_id, created_at, id);

-- What somebody did. Cairn itself does most, and nobody looks for that.
create index event_actor on event (actor_id, occurred_at) where actor_id is not null;
