-- What an institution says in favour of somebody else's achievement or of another issuer: frozen first, then signed.
create table given_endorsement (
  id uuid constraint given_endorsement_pk primary key,
  institution_id uuid not null constraint given_endorsement_institution_fk references institution (id),
  public_id text not null constraint given_endorsement_public_id_key unique,
  subject text not null,
  comment text not null,
  document text not null,
  proof_created text not null,
  signing_key_id uuid not null constraint given_endorsement_signing_key_fk references signing_key (id),
  -- The exact signed bytes, once they are there.
  signed text,
  given_by uuid not null,
  given_at timestamptz not null,
  valid_until timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz
);
create index given_endorsement_institution on given_endorsement (institution_id, given_at);
select cairn_tenant_table('given_endorsement');

-- The endorsed side: shown to the public only after somebody there accepted it.
create table received_endorsement (
  id uuid constraint received_endorsement_pk primary key,
  institution_id uuid not null constraint received_endorsement_institution_fk references institution (id),
  subject text not null,
  endorser text not null,
  endorser_name text not null,
  comment text not null,
  document text not null,
  document_sha256 text not null,
  given_id uuid constraint received_endorsement_given_fk references given_endorsement (id),
  received_at timestamptz not null,
  valid_until timestamptz,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  constraint received_endorsement_document_key unique (institution_id, document_sha256),
  constraint received_endorsement_decision_known check (decision in ('accepted', 'rejected'))
);
create index received_endorsement_institution on received_endorsement (institution_id, received_at);
create index received_endorsement_shown on received_endorsement (subject) where decision = 'accepted';
select cairn_tenant_table('received_endorsement');
