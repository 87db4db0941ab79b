-- Refused, by the columns below, while a credential stands on a historic award: going back would lose what it stands on.
alter table credential alter column enrollment_id set not null;
drop index credential_intent_historic_award_once;
alter table credential_intent drop constraint credential_intent_one_origin;
alter table credential_intent drop column historic_award_id;
alter table credential_intent alter column enrollment_id set not null, alter column assessment_id set not null;
drop table historic_award;
drop table historic_import_row;
drop function cairn_historic_row_stays();
drop table historic_import;
