drop table embedding_setting;
alter table lti_notice_handler drop column tried_at;
