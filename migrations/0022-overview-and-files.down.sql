drop index event_actor;
drop index enrollment_institution;
drop index credential_enrollment;
create index credential_enrollment on credential (enrollment_id);
drop index progress_fact_recorded;
drop table enrollment_import_row;
drop table enrollment_import;
