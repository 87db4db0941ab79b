alter policy tenant on person using (cairn_system() or exists (select from membership m where m.person_id = person.id));
do $$
declare target regclass;
begin
  for target in select polrelid from pg_policy where polname = 'tenant' and polrelid <> 'activity_progress'::regclass
                   and exists (select from pg_attribute where attrelid = polrelid and attname = 'institution_id')
                   and polrelid <> 'person'::regclass loop
    execute format('alter policy tenant on %s using (institution_id = cairn_institution() or cairn_system())', target);
  end loop;
end $$;
create or replace function cairn_tenant_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (institution_id = cairn_institution() or cairn_system())', target);
end $$;

create unique index credential_intent_award_public_id on credential_intent (public_id) where supersedes_id is null;
alter table credential reset (toast_tuple_target);
alter table credential alter column signed set storage extended, alter column signed set compression default;
alter table credential_intent alter column document set compression default;

alter table credential
  add constraint credential_intent_fk foreign key (id) references credential_intent (id),
  add constraint credential_institution_fk foreign key (institution_id) references institution (id),
  add constraint credential_enrollment_fk foreign key (enrollment_id) references enrollment (id),
  add constraint credential_person_fk foreign key (person_id) references person (id),
  add constraint credential_edition_fk foreign key (edition_id) references edition (id);
drop trigger stays_whose_it_is on credential;
drop function cairn_credential_stays_whose_it_is();
drop trigger credentials_are_decided on credential;
drop function cairn_credentials_are_decided();

alter table credential_intent
  add constraint credential_intent_institution_fk foreign key (institution_id) references institution (id),
  add constraint credential_intent_enrollment_fk foreign key (enrollment_id) references enrollment (id),
  add constraint credential_intent_person_fk foreign key (person_id) references person (id),
  add constraint credential_intent_edition_fk foreign key (edition_id) references edition (id),
  add constraint credential_intent_achievement_fk foreign key (achievement_id) references achievement (id),
  add constraint credential_intent_assessment_fk foreign key (assessment_id) references assessment (id),
  add constraint credential_intent_historic_award_fk foreign key (historic_award_id) references historic_award (id),
  add constraint credential_intent_signing_key_fk foreign key (signing_key_id) references signing_key (id),
  add constraint credential_intent_status_list_fk foreign key (status_list_id) references status_list (id);
drop trigger awards_stand on credential_intent;
drop function cairn_awards_stand();
drop trigger kept on status_list;
drop trigger kept on signing_key;
drop function cairn_keep();

drop index credential_intent_historic_award_once;
create unique index credential_intent_historic_award_once on credential_intent (historic_award_id) where supersedes_id is null;
drop index credential_intent_supersedes_key;
alter table credential_intent add constraint credential_intent_supersedes_key unique (supersedes_id);

-- The text of what was signed first is that of its credential without the proof, which stands at the end.
alter table credential_intent disable trigger append_only;
select set_config('app.scope', 'system', true);
update credential_intent i
   set document = text.document, document_sha256 = encode(sha256(convert_to(text.document, 'UTF8')), 'hex')
  from (select c.id, regexp_replace(c.signed, ',"proof":\[\{[^\[\]]*\}\]\}$', '}') as document from credential c) as text
 where text.id = i.id and i.document is null;
select set_config('app.scope', '', true);
alter table credential_intent enable trigger append_only;
alter table credential_intent drop constraint credential_intent_text_whole;
alter table credential_intent alter column document set not null, alter column document_sha256 set not null;
