-- A credential may take several signed forms, one after the other, under one id: each keeps its bytes and its place in a status list.
alter table credential add column form integer not null default 1;
alter table credential drop constraint credential_public_id_key;
alter table credential add constraint credential_form_key unique (public_id, form);
create index credential_person on credential (person_id, issued_at);
create index credential_edition on credential (edition_id, issued_at);
create index credential_enrollment on credential (enrollment_id);

alter table credential_intent add column reinstates boolean not null default false;
alter table credential_intent drop constraint credential_intent_public_id_key;
create unique index credential_intent_award_public_id on credential_intent (public_id) where supersedes_id is null;
alter table credential_intent add constraint credential_intent_supersedes_key unique (supersedes_id);
alter table credential_intent add constraint credential_intent_supersedes_fk foreign key (supersedes_id) references credential (id);

-- No bit of a status list ever falls (Bitstring Status List v1.0: a revocation is final): a state that raises it is not left for one that does not.
create function cairn_credential_goes_forward() returns trigger language plpgsql as $$
begin
  if old.state in ('suspended', 'revoked', 'superseded') and new.state not in ('suspended', 'revoked', 'superseded') then
    raise exception 'the credential % is % and cannot become %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger goes_forward before update of state on credential
  for each row execute function cairn_credential_goes_forward();

-- Why a form was suspended, reinstated or re-issued, and by whom (null: Cairn itself). Never public.
create table credential_act (
  id uuid constraint credential_act_pk primary key,
  institution_id uuid not null,
  credential_id uuid not null constraint credential_act_credential_fk references credential (id),
  act text not null,
  cause text,
  reason text not null,
  acted_by uuid,
  acted_at timestamptz not null,
  constraint credential_act_once unique (credential_id, act),
  constraint credential_act_known check (act in ('suspension', 'reinstatement', 'reissue'))
);
select cairn_tenant_table('credential_act');
select cairn_append_only('credential_act');

create table credential_correction_request (
  id uuid constraint credential_correction_request_pk primary key,
  institution_id uuid not null,
  credential_id uuid not null constraint credential_correction_request_credential_fk references credential (id),
  requested_by uuid not null constraint credential_correction_request_person_fk references person (id),
  name text not null,
  reason text not null,
  requested_at timestamptz not null,
  state text not null,
  note text not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint credential_correction_request_state_known check (state in ('open', 'accepted', 'declined'))
);
create unique index credential_correction_request_open on credential_correction_request (credential_id) where state = 'open';
create index credential_correction_request_institution on credential_correction_request (institution_id, state, requested_at);
select cairn_tenant_table('credential_correction_request');

create table credential_revocation_batch (
  id uuid constraint credential_revocation_batch_pk primary key,
  institution_id uuid not null constraint credential_revocation_batch_institution_fk references institution (id),
  reason text not null,
  total integer not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  takes_effect_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid
);
create index credential_revocation_batch_institution on credential_revocation_batch (institution_id, requested_at);
select cairn_tenant_table('credential_revocation_batch');

create table credential_revocation_batch_row (
  batch_id uuid not null constraint credential_revocation_batch_row_batch_fk references credential_revocation_batch (id),
  credential_id uuid not null constraint credential_revocation_batch_row_credential_fk references credential (id),
  institution_id uuid not null,
  outcome text not null default 'waiting',
  constraint credential_revocation_batch_row_pk primary key (batch_id, credential_id),
  constraint credential_revocation_batch_row_outcome_known check (outcome in ('waiting', 'revoked', 'was-revoked'))
);
create index credential_revocation_batch_row_waiting on credential_revocation_batch_row (batch_id, credential_id) where outcome = 'waiting';
select cairn_tenant_table('credential_revocation_batch_row');
