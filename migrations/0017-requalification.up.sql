-- People who qualify by a later edition, and endorsements that have a status and can be signed anew.

-- A verdict that follows from a rule of a later edition, applied to what an assessor had found. Once for each attempt.
alter table assessment drop constraint assessment_marker_known;
alter table assessment add constraint assessment_marker_known
  check (marker in ('first', 'second', 'agreed', 'correction', 'requalification'));

create index enrollment_edition on enrollment (edition_id, id);

-- That somebody looked at a list of people who qualify now, and said that they are to have it.
create table requalification (
  id uuid constraint requalification_pk primary key,
  institution_id uuid not null constraint requalification_institution_fk references institution (id),
  edition_id uuid not null constraint requalification_edition_fk references edition (id),
  -- Of the list that was looked at.
  list_version text not null,
  reason text not null,
  total integer not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  finished_at timestamptz
);
create index requalification_edition on requalification (edition_id, confirmed_at);
select cairn_tenant_table('requalification');

create table requalification_row (
  requalification_id uuid not null constraint requalification_row_requalification_fk references requalification (id),
  enrollment_id uuid not null constraint requalification_row_enrollment_fk references enrollment (id),
  institution_id uuid not null,
  edition_id uuid not null,
  person_id uuid not null constraint requalification_row_person_fk references person (id),
  attempt_id uuid not null constraint requalification_row_attempt_fk references attempt (id),
  -- The verdict that stood when the list was confirmed.
  assessment_id uuid not null constraint requalification_row_assessment_fk references assessment (id),
  -- Which rules hold now, as they were shown.
  grounds jsonb not null,
  outcome text not null default 'waiting',
  constraint requalification_row_pk primary key (requalification_id, enrollment_id),
  constraint requalification_row_outcome_known check (outcome in ('waiting', 'awarded', 'changed'))
);
-- Two offices at once, or one twice: a person is awarded an edition by rule once.
create unique index requalification_row_award_key on requalification_row (person_id, edition_id) where outcome in ('waiting', 'awarded');
create index requalification_row_waiting on requalification_row (requalification_id, enrollment_id) where outcome = 'waiting';
select cairn_tenant_table('requalification_row');

-- What was signed of an endorsement, each form kept byte for byte. What was given before this has no place in a status list.
create table endorsement_form (
  id uuid constraint endorsement_form_pk primary key,
  institution_id uuid not null constraint endorsement_form_institution_fk references institution (id),
  endorsement_id uuid not null constraint endorsement_form_endorsement_fk references given_endorsement (id),
  form integer not null,
  document text not null,
  proof_created text not null,
  signing_key_id uuid not null constraint endorsement_form_signing_key_fk references signing_key (id),
  status_list_id uuid constraint endorsement_form_status_list_fk references status_list (id),
  status_index integer,
  created_at timestamptz not null,
  -- The exact signed bytes, once they are there.
  signed text,
  signed_at timestamptz,
  constraint endorsement_form_key unique (endorsement_id, form),
  constraint endorsement_form_status_key unique (status_list_id, status_index),
  constraint endorsement_form_status_whole check ((status_list_id is null) = (status_index is null))
);
create index endorsement_form_signing_key on endorsement_form (signing_key_id);
select cairn_tenant_table('endorsement_form');
select set_config('app.scope', 'system', true);
insert into endorsement_form (id, institution_id, endorsement_id, form, document, proof_created, signing_key_id, created_at, signed, signed_at)
select id, institution_id, id, 1, document, proof_created, signing_key_id, given_at, signed, case when signed is not null then given_at end
  from given_endorsement;
select set_config('app.scope', '', true);
alter table given_endorsement drop column document, drop column proof_created, drop column signing_key_id, drop column signed;
-- What arrived from here is renewed in place: a form that is handed over takes the place of the one before.
create unique index received_endorsement_given_key on received_endorsement (given_id) where given_id is not null;

-- A place in a status list belongs to one credential or one endorsement. Whoever places an endorsement locks the list; the foreign key
-- of a credential waits for that lock (and is waited for), so that each of the two sees the other's place.
create function cairn_endorsement_place_is_free() returns trigger language plpgsql as $$
begin
  if new.status_list_id is null then return new; end if;
  perform from status_list where id = new.status_list_id for update;
  if exists (select from credential_intent i where i.status_list_id = new.status_list_id and i.status_index = new.status_index) then
    raise exception 'place % of the status list % is taken by a credential', new.status_index, new.status_list_id using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger place_is_free before insert on endorsement_form for each row execute function cairn_endorsement_place_is_free();

create function cairn_credential_places_are_free() returns trigger language plpgsql as $$
begin
  if exists (select from placed p join endorsement_form f on f.status_list_id = p.status_list_id and f.status_index = p.status_index) then
    raise exception 'a place of the status list is taken by an endorsement' using errcode = 'unique_violation';
  end if;
  return null;
end $$;
create trigger places_are_free after insert on credential_intent
  referencing new table as placed for each statement execute function cairn_credential_places_are_free();
