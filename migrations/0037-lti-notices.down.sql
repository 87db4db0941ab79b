drop table lti_context_copy, lti_notice_handler;
drop table lti_parked_launch;
alter table lti_login drop constraint lti_login_storage_whole, drop column storage_hash, drop column storage_target;
