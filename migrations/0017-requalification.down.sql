drop trigger places_are_free on credential_intent;
drop function cairn_credential_places_are_free();
drop index received_endorsement_given_key;
alter table given_endorsement
  add column document text,
  add column proof_created text,
  add column signing_key_id uuid constraint given_endorsement_signing_key_fk references signing_key (id),
  add column signed text;
select set_config('app.scope', 'system', true);
update given_endorsement g
   set document = f.document, proof_created = f.proof_created, signing_key_id = f.signing_key_id, signed = f.signed
  from (select distinct on (endorsement_id) * from endorsement_form order by endorsement_id, signed is null, form desc) f
 where f.endorsement_id = g.id;
select set_config('app.scope', '', true);
alter table given_endorsement
  alter column document set not null,
  alter column proof_created set not null,
  alter column signing_key_id set not null;
drop table endorsement_form;
drop function cairn_endorsement_place_is_free();
drop table requalification_row;
drop table requalification;
drop index enrollment_edition;
alter table assessment drop constraint assessment_marker_known;
alter table assessment add constraint assessment_marker_known check (marker in ('first', 'second', 'agreed', 'correction')) not valid;
