-- Refused, by the unique address below, while a credential has several forms: going back would lose what was signed.
drop table credential_revocation_batch_row;
drop table credential_revocation_batch;
drop table credential_correction_request;
drop table credential_act;
drop trigger goes_forward on credential;
drop function cairn_credential_goes_forward();
alter table credential_intent drop constraint credential_intent_supersedes_fk;
alter table credential_intent drop constraint credential_intent_supersedes_key;
drop index credential_intent_award_public_id;
alter table credential_intent add constraint credential_intent_public_id_key unique (public_id);
alter table credential_intent drop column reinstates;
drop index credential_enrollment;
drop index credential_edition;
drop index credential_person;
alter table credential drop constraint credential_form_key;
alter table credential add constraint credential_public_id_key unique (public_id);
alter table credential drop column form;
