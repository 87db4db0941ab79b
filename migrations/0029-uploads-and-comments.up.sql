-- A file on its way in (tus 1.0.0): it arrives in parts, over as many connections as that takes, and is nobody's file until it is whole.
create table upload (
  id uuid constraint upload_pk primary key,
  institution_id uuid not null constraint upload_institution_fk references institution (id),
  person_id uuid not null constraint upload_person_fk references person (id),
  purpose text not null,
  -- What it is for, such as an enrolment; null where the purpose says all.
  subject_id uuid,
  name text not null,
  -- As declared, before the first of them arrived.
  bytes bigint not null constraint upload_bytes_some check (bytes > 0),
  -- Null: looked at when it is whole.
  media_types text[],
  received bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- What became of it, once somebody took it.
  file_id uuid constraint upload_file_fk references stored_file (id) on delete cascade,
  constraint upload_received_within check (received between 0 and bytes)
);
create index upload_person on upload (person_id);
create index upload_expiry on upload (expires_at);
create index upload_file on upload (file_id) where file_id is not null;
select cairn_tenant_table('upload');

create table upload_part (
  upload_id uuid not null constraint upload_part_upload_fk references upload (id) on delete cascade,
  institution_id uuid not null,
  start_at bigint not null,
  bytes bigint not null,
  storage_key text not null constraint upload_part_storage_key unique,
  constraint upload_part_pk primary key (upload_id, start_at)
);
select cairn_tenant_table('upload_part');

-- Comments that an assessor keeps for using again: for one criterion of a micro-credential, for all of it, or for everything.
create table kept_comment (
  id uuid constraint kept_comment_pk primary key,
  institution_id uuid not null constraint kept_comment_institution_fk references institution (id),
  person_id uuid not null constraint kept_comment_person_fk references person (id),
  micro_credential_id uuid constraint kept_comment_micro_credential_fk references micro_credential (id),
  criterion_id text,
  text text not null,
  -- Shown to those who assess the same micro-credential.
  shared boolean not null,
  uses integer not null,
  created_at timestamptz not null,
  -- When it was kept, changed or last put into a text: the latest come first.
  touched_at timestamptz not null,
  version integer not null,
  constraint kept_comment_criterion_of_one check (criterion_id is null or micro_credential_id is not null),
  constraint kept_comment_shared_within_one check (not shared or micro_credential_id is not null)
);
-- The same is kept once in one place. Its digest, because a text may be longer than an index takes.
create unique index kept_comment_once
  on kept_comment (person_id, institution_id, micro_credential_id, criterion_id, md5(text)) nulls not distinct;
create index kept_comment_own on kept_comment (institution_id, person_id, touched_at, id);
create index kept_comment_shared on kept_comment (micro_credential_id, touched_at, id) where shared;
select cairn_tenant_table('kept_comment');
