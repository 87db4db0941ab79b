-- Awards from before Cairn: a file of them, its rows as they were checked, and what the office vouched for.
create table historic_import (
  id uuid constraint historic_import_pk primary key,
  institution_id uuid not null constraint historic_import_institution_fk references institution (id),
  file_name text not null,
  file_sha256 text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- Whether learners are written to: decided with the confirmation.
  letters boolean,
  constraint historic_import_confirmed_whole check (num_nonnulls(confirmed_by, confirmed_at, letters) in (0, 3))
);
create index historic_import_institution on historic_import (institution_id, uploaded_at);
select cairn_tenant_table('historic_import');

create table historic_import_row (
  id uuid constraint historic_import_row_pk primary key,
  institution_id uuid not null constraint historic_import_row_institution_fk references institution (id),
  import_id uuid not null constraint historic_import_row_import_fk references historic_import (id),
  line integer not null,
  -- Of a row that cannot be used nothing is kept but what is wrong with it.
  award jsonb,
  problems jsonb not null,
  outcome text,
  reason text,
  person_id uuid constraint historic_import_row_person_fk references person (id),
  constraint historic_import_row_line_key unique (import_id, line),
  constraint historic_import_row_outcome_known check (outcome in ('awarded', 'held', 'withheld')),
  constraint historic_import_row_good_or_bad check ((award is null) = (problems <> '[]'))
);
create index historic_import_row_waiting on historic_import_row (import_id) where award is not null and outcome is null;
select cairn_tenant_table('historic_import_row');

-- What a row says stays as it was checked: credentials stand on it.
create function cairn_historic_row_stays() returns trigger language plpgsql as $$
begin
  if (old.id, old.institution_id, old.import_id, old.line, old.award, old.problems)
     is distinct from (new.id, new.institution_id, new.import_id, new.line, new.award, new.problems) then
    raise exception 'line % of the import % was checked and cannot be changed', old.line, old.import_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger says_what_was_checked before update on historic_import_row for each row execute function cairn_historic_row_stays();

create table historic_award (
  id uuid constraint historic_award_pk primary key,
  institution_id uuid not null constraint historic_award_institution_fk references institution (id),
  row_id uuid not null constraint historic_award_row_fk references historic_import_row (id),
  person_id uuid not null constraint historic_award_person_fk references person (id),
  edition_id uuid not null constraint historic_award_edition_fk references edition (id),
  -- The award that was revoked and is given again.
  replaces_id uuid constraint historic_award_replaces_key unique constraint historic_award_replaces_fk references historic_award (id),
  reason text not null,
  letter boolean not null,
  awarded_by uuid not null,
  awarded_at timestamptz not null
);
-- However often and in whatever file it is imported: one award of an edition to a person, unless it is given again on purpose.
create unique index historic_award_once on historic_award (person_id, edition_id) where replaces_id is null;
create index historic_award_row on historic_award (row_id);
select cairn_tenant_table('historic_award');
select cairn_append_only('historic_award');

-- A credential stands on a pass or on an award from before.
alter table credential_intent alter column enrollment_id drop not null, alter column assessment_id drop not null;
alter table credential_intent add column historic_award_id uuid
  constraint credential_intent_historic_award_fk references historic_award (id);
alter table credential_intent add constraint credential_intent_one_origin check (
  case when historic_award_id is null then num_nonnulls(enrollment_id, assessment_id) = 2 else num_nonnulls(enrollment_id, assessment_id) = 0 end
);
create unique index credential_intent_historic_award_once on credential_intent (historic_award_id) where supersedes_id is null;
alter table credential alter column enrollment_id drop not null;
