-- When a platform was last asked to send us notices, so that an administrator sees how old its answer is.
alter table lti_notice_handler add column tried_at timestamptz;
