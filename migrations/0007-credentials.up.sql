create table signing_key (
  id uuid constraint signing_key_pk primary key,
  institution_id uuid not null constraint signing_key_institution_fk references institution (id),
  fragment text not null,
  algorithm text not null,
  public_key_multibase text not null constraint signing_key_public_key unique,
  sealed_private_key bytea not null,
  state text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  compromised_at timestamptz,
  constraint signing_key_state_known check (state in ('active', 'retired', 'compromised')),
  constraint signing_key_fragment_key unique (institution_id, fragment)
);
create unique index signing_key_active_key on signing_key (institution_id) where state = 'active';
select cairn_tenant_table('signing_key');

create table status_list (
  id uuid constraint status_list_pk primary key,
  institution_id uuid not null constraint status_list_institution_fk references institution (id),
  number integer not null,
  purpose text not null,
  size integer not null,
  seed text not null,
  next_position integer not null,
  version integer not null,
  signed_version integer not null,
  signed text not null,
  signed_at timestamptz not null,
  constraint status_list_number_key unique (institution_id, number)
);
select cairn_tenant_table('status_list');

create table achievement (
  id uuid constraint achievement_pk primary key,
  institution_id uuid not null constraint achievement_institution_fk references institution (id),
  edition_id uuid not null constraint achievement_edition_key unique constraint achievement_edition_fk references edition (id),
  document text not null,
  created_at timestamptz not null
);
select cairn_tenant_table('achievement');
select cairn_append_only('achievement');

-- Decided and frozen before anything is signed: a retry signs the same bytes, whatever was edited meanwhile.
create table credential_intent (
  id uuid constraint credential_intent_pk primary key,
  institution_id uuid not null constraint credential_intent_institution_fk references institution (id),
  enrollment_id uuid not null constraint credential_intent_enrollment_fk references enrollment (id),
  person_id uuid not null constraint credential_intent_person_fk references person (id),
  edition_id uuid not null constraint credential_intent_edition_fk references edition (id),
  achievement_id uuid not null constraint credential_intent_achievement_fk references achievement (id),
  assessment_id uuid not null constraint credential_intent_assessment_fk references assessment (id),
  version integer not null,
  public_id text not null constraint credential_intent_public_id_key unique,
  document text not null,
  document_sha256 text not null,
  proof_created text not null,
  signing_key_id uuid not null constraint credential_intent_signing_key_fk references signing_key (id),
  status_list_id uuid not null constraint credential_intent_status_list_fk references status_list (id),
  status_index integer not null,
  supersedes_id uuid,
  created_at timestamptz not null,
  constraint credential_intent_award_key unique (enrollment_id, achievement_id, version),
  constraint credential_intent_status_key unique (status_list_id, status_index)
);
create index credential_intent_person on credential_intent (person_id, edition_id);
select cairn_tenant_table('credential_intent');
select cairn_append_only('credential_intent');

create table credential (
  id uuid constraint credential_pk primary key constraint credential_intent_fk references credential_intent (id),
  institution_id uuid not null constraint credential_institution_fk references institution (id),
  public_id text not null constraint credential_public_id_key unique,
  enrollment_id uuid not null constraint credential_enrollment_fk references enrollment (id),
  person_id uuid not null constraint credential_person_fk references person (id),
  edition_id uuid not null constraint credential_edition_fk references edition (id),
  state text not null,
  -- The exact signed bytes; never a jsonb, which would reorder them.
  signed text not null,
  signed_sha256 text not null,
  issued_at timestamptz not null,
  constraint credential_state_known check (state in ('issued', 'suspended', 'revoked', 'superseded', 'expired'))
);
create unique index credential_live_key on credential (person_id, edition_id) where state in ('issued', 'suspended');
create index credential_institution on credential (institution_id, issued_at);
select cairn_tenant_table('credential');

create table credential_revocation (
  credential_id uuid constraint credential_revocation_pk primary key constraint credential_revocation_credential_fk references credential (id),
  institution_id uuid not null,
  reason text not null,
  revoked_by uuid not null,
  revoked_at timestamptz not null
);
select cairn_tenant_table('credential_revocation');
select cairn_append_only('credential_revocation');
