-- Erasing people, and how long things are kept.
create table erasure (
  id uuid constraint erasure_pk primary key,
  institution_id uuid not null constraint erasure_institution_fk references institution (id),
  person_id uuid not null constraint erasure_person_fk references person (id),
  -- Themselves, or who of the office did it for them.
  requested_by uuid not null,
  requested_at timestamptz not null,
  badges text not null,
  due_at timestamptz not null,
  cancelled_at timestamptz,
  refused_at timestamptz,
  refused_by uuid,
  refusal text,
  -- From then on the person is shut out and nothing can be taken back.
  started_at timestamptz,
  finished_at timestamptz,
  constraint erasure_badges_known check (badges in ('kept', 'withdrawn')),
  constraint erasure_refusal_known check (refusal in ('work_in_assessment', 'appeal_open', 'legal_duty')),
  constraint erasure_refused_whole check (num_nonnulls(refused_at, refused_by, refusal) in (0, 3)),
  constraint erasure_one_end check (num_nonnulls(cancelled_at, refused_at, started_at) <= 1),
  constraint erasure_finished_after_start check (finished_at is null or started_at is not null)
);
create unique index erasure_open_key on erasure (institution_id, person_id)
  where cancelled_at is null and refused_at is null and finished_at is null;
create index erasure_institution on erasure (institution_id, requested_at, id);
create index erasure_person on erasure (person_id, requested_at);
create index erasure_due on erasure (due_at) where cancelled_at is null and refused_at is null and finished_at is null;
select cairn_tenant_table('erasure');

create table retention_setting (
  institution_id uuid constraint retention_setting_pk primary key
    constraint retention_setting_institution_fk references institution (id),
  -- By what is kept; null: for ever.
  days jsonb not null,
  version integer not null
);
select cairn_tenant_table('retention_setting');

-- Only the functions below, which belong to the owner of the tables, run as that owner with `app.erasing` set; the application has no
-- right to change history, whatever it sets.
create function cairn_is_erasing(target oid) returns boolean language sql stable as $$
  select coalesce(current_setting('app.erasing', true), '') = 'on'
     and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = target);
$$;

create or replace function cairn_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name not in ('event', 'audit_link') and cairn_is_erasing(tg_relid) then return null; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace function cairn_historic_row_stays() returns trigger language plpgsql as $$
begin
  if (old.id, old.institution_id, old.import_id, old.line, old.award, old.problems)
     is distinct from (new.id, new.institution_id, new.import_id, new.line, new.award, new.problems)
     and not cairn_is_erasing(tg_relid) then
    raise exception 'line % of the import % was checked and cannot be changed', old.line, old.import_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function cairn_refuse_unless_erasing(person uuid) returns void language plpgsql stable as $$
begin
  if not exists (select from erasure r where r.institution_id = cairn_institution() and r.person_id = person
                                         and r.started_at is not null and r.finished_at is null) then
    raise exception 'no erasure of % has begun here', person using errcode = 'restrict_violation';
  end if;
end $$;

-- Takes the words of and about a person out of history that otherwise never changes, at the institution of the transaction. Rows, ids,
-- verdicts and digests stay: that somebody was awarded something, and on what, can still be shown (GDPR Art. 17(3)(b), (d)).
create function cairn_empty_history(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare address text := (select p.email from person p where p.id = person);
begin
  perform cairn_refuse_unless_erasing(person);
  perform set_config('app.erasing', 'on', true);
  update deadline_extension set reason = '' where enrollment_id in (select id from enrollment where person_id = person);
  update progress_fact set reason = null
   where reason is not null and enrollment_id in (select id from enrollment where person_id = person);
  update edition_move set reason = '' where enrollment_id in (select id from enrollment where person_id = person);
  update attempt set work = '{"text": "", "links": [], "files": []}' where person_id = person;
  update assessment a
     set feedback = '', correction_reason = case when a.correction_reason is not null then '' end,
         ratings = (select coalesce(jsonb_agg(r || '{"comment": ""}' order by n), '[]')
                      from jsonb_array_elements(a.ratings) with ordinality as given (r, n))
   where enrollment_id in (select id from enrollment where person_id = person);
  update credential_choice set choices = '{"showName": false, "showResults": false, "identity": "pairwise", "did": null, "evidenceLinks": [], "evidenceFileIds": []}'
   where person_id = person;
  update credential_revocation set reason = '' where credential_id in (select id from credential where person_id = person);
  update credential_act set reason = '' where credential_id in (select id from credential where person_id = person);
  update historic_award set reason = '' where person_id = person;
  update historic_import_row
     set award = award || '{"email": "", "name": "", "reference": null, "result": null, "evidenceUrl": null, "language": null, "shown": []}'
   where award is not null and (person_id = person or award ->> 'email' = address);
  perform set_config('app.erasing', '', true);
end $$;

-- Puts the words of a badge without its learner in the place of those that were planned.
create function cairn_replace_plan(intent uuid, words text, digest text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform cairn_refuse_unless_erasing((select i.person_id from credential_intent i where i.id = intent));
  perform set_config('app.erasing', 'on', true);
  update credential_intent set document = words, document_sha256 = digest where id = intent and document is not null;
  perform set_config('app.erasing', '', true);
end $$;
