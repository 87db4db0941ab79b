-- What a pass earns is signed before its intent is written, in the transaction that stores it (ADR 18): its text stands in the
-- credential, and nowhere else.
alter table credential_intent alter column document drop not null, alter column document_sha256 drop not null;
alter table credential_intent add constraint credential_intent_text_whole check ((document is null) = (document_sha256 is null));

-- Nearly no award has a form that it supersedes or one from before Cairn: those that have not are left out of what keeps these single.
alter table credential_intent drop constraint credential_intent_supersedes_key;
create unique index credential_intent_supersedes_key on credential_intent (supersedes_id) where supersedes_id is not null;
drop index credential_intent_historic_award_once;
create unique index credential_intent_historic_award_once on credential_intent (historic_award_id)
  where supersedes_id is null and historic_award_id is not null;

-- Thirteen foreign keys for a credential and its intent, each a look-up of its own for each row, took half of what storing them took. What
-- they stand on is never deleted: assessments, attempts, achievements, editions, awards from before and intents are append-only; a pass
-- keeps its enrolment, its attempt the person, an edition the institution; keys and lists are kept by this. Whether it is there, and one
-- thing belongs to the other, is asked once for a statement.
create function cairn_keep() returns trigger language plpgsql as $$
begin
  raise exception 'what is signed or listed stands on %: it is never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger kept before delete or truncate on signing_key for each statement execute function cairn_keep();
create trigger kept before delete or truncate on status_list for each statement execute function cairn_keep();

create function cairn_awards_stand() returns trigger language plpgsql as $$
begin
  -- Whoever places an endorsement holds the list; each of the two is to see the other's place.
  perform from status_list l where l.id in (select d.status_list_id from decided d) for key share;
  if exists (
    select from (select distinct institution_id, edition_id, achievement_id, signing_key_id, status_list_id from decided) as d
     where not exists (select from achievement a where (a.id, a.edition_id, a.institution_id) = (d.achievement_id, d.edition_id, d.institution_id))
        or not exists (select from signing_key k where (k.id, k.institution_id) = (d.signing_key_id, d.institution_id))
        or not exists (select from status_list l where (l.id, l.institution_id) = (d.status_list_id, d.institution_id))
  ) or exists (
    -- As values, so that each is looked up by its key, however young the statistics are.
    select from decided d
     where case when d.historic_award_id is null
                then (select (e.id, e.person_id, e.institution_id) = (d.enrollment_id, d.person_id, d.institution_id)
                        from assessment a join enrollment e on e.id = a.enrollment_id where a.id = d.assessment_id)
                else (select (h.person_id, h.edition_id, h.institution_id) = (d.person_id, d.edition_id, d.institution_id)
                        from historic_award h where h.id = d.historic_award_id)
           end is not true
  ) then
    raise exception 'an award stands on what is not there, or belongs to another' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger awards_stand after insert on credential_intent
  referencing new table as decided for each statement execute function cairn_awards_stand();

alter table credential_intent
  drop constraint credential_intent_institution_fk, drop constraint credential_intent_enrollment_fk,
  drop constraint credential_intent_person_fk, drop constraint credential_intent_edition_fk,
  drop constraint credential_intent_achievement_fk, drop constraint credential_intent_assessment_fk,
  drop constraint credential_intent_historic_award_fk, drop constraint credential_intent_signing_key_fk,
  drop constraint credential_intent_status_list_fk;

create function cairn_credentials_are_decided() returns trigger language plpgsql as $$
begin
  if exists (
    select from stored s
     where (select (i.institution_id, i.person_id, i.edition_id, i.public_id) = (s.institution_id, s.person_id, s.edition_id, s.public_id)
                   and i.enrollment_id is not distinct from s.enrollment_id
              from credential_intent i where i.id = s.id) is not true
  ) then
    raise exception 'a credential says something else than was decided, or nothing was' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger credentials_are_decided after insert on credential
  referencing new table as stored for each statement execute function cairn_credentials_are_decided();

create function cairn_credential_stays_whose_it_is() returns trigger language plpgsql as $$
begin
  raise exception 'the credential % stays whose it is', old.id using errcode = 'restrict_violation';
end $$;
create trigger stays_whose_it_is before update on credential for each row
  when ((old.id, old.institution_id, old.public_id, old.enrollment_id, old.person_id, old.edition_id)
        is distinct from (new.id, new.institution_id, new.public_id, new.enrollment_id, new.person_id, new.edition_id))
  execute function cairn_credential_stays_whose_it_is();

alter table credential
  drop constraint credential_intent_fk, drop constraint credential_institution_fk, drop constraint credential_enrollment_fk,
  drop constraint credential_person_fk, drop constraint credential_edition_fk;

-- Rows of a few kilobytes stay in one piece. Where the server has lz4 they are compressed with it; what else there is, pglz, took longer
-- than all indexes of the row, and a table beside for what is then still too long (500 of 3.5 KB: 94 and 87 µs of CPU each, 70 so).
do $$
begin
  if 'lz4' = any ((select enumvals from pg_settings where name = 'default_toast_compression')::text[]) then
    alter table credential alter column signed set compression lz4, alter column signed set storage main;
    alter table credential_intent alter column document set compression lz4;
  else
    alter table credential set (toast_tuple_target = 4080);
  end if;
end $$;

-- The public id of an award is in the index of its credential's forms.
drop index credential_intent_award_public_id;

-- As for progress (0020), for every table: who may see a row is asked once for a statement, not for each of its rows.
create or replace function cairn_tenant_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (institution_id = (select cairn_institution()) or (select cairn_system()))', target);
end $$;
do $$
declare target regclass;
begin
  for target in select polrelid from pg_policy where polname = 'tenant'
                   and pg_get_expr(polqual, polrelid) = '((institution_id = cairn_institution()) OR cairn_system())' loop
    execute format('alter policy tenant on %s using (institution_id = (select cairn_institution()) or (select cairn_system()))', target);
  end loop;
end $$;
alter policy tenant on person
  using ((select cairn_system()) or exists (select from membership m where m.person_id = person.id));
