-- Somebody who comes by an LMS wants an account of their own to be theirs there: good once, for who has the letter and the code.
create table lti_claim (
  id uuid constraint lti_claim_pk primary key,
  institution_id uuid not null,
  identity_id uuid not null constraint lti_claim_identity unique
    constraint lti_claim_identity_fk references lti_identity (id) on delete cascade,
  -- Whom the identity was when they asked: it is good for them alone.
  person_id uuid not null constraint lti_claim_person_fk references person (id),
  -- Where the letter went.
  email text not null,
  token_hash text not null constraint lti_claim_token unique,
  -- Of token and code together: the code alone is soon guessed.
  code_hash text not null,
  tries integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index lti_claim_person on lti_claim (person_id);
create index lti_claim_expires on lti_claim (expires_at);
select cairn_tenant_table('lti_claim');
