drop table duty_run;
drop index outbox_set_aside;
drop trigger tell_webhooks on event;
drop function cairn_tell_webhooks();
drop table webhook_attempt;
drop table webhook_delivery;
drop table webhook_secret;
drop table webhook_endpoint;
