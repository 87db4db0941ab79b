-- What a person asked for of all that is held about them at an institution; the file goes with the row.
create table personal_export (
  id uuid constraint personal_export_pk primary key,
  institution_id uuid not null constraint personal_export_institution_fk references institution (id),
  person_id uuid not null constraint personal_export_person_fk references person (id),
  requested_at timestamptz not null,
  -- Parts and files that it is made of; known once its making has begun.
  steps integer,
  steps_done integer not null,
  file_id uuid constraint personal_export_file_fk references stored_file (id),
  ready_at timestamptz,
  -- Until it is made, when it counts as failed.
  expires_at timestamptz not null,
  constraint personal_export_ready_with_file check ((file_id is null) = (ready_at is null))
);
create unique index personal_export_unfinished_key on personal_export (institution_id, person_id) where file_id is null;
create index personal_export_person on personal_export (person_id, requested_at);
create index personal_export_expiry on personal_export (expires_at);
select cairn_tenant_table('personal_export');
