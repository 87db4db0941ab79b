drop table rate_limit, mail_message, stored_file, idempotent_request, outbox, unsealed_event, audit_link, event;
drop function cairn_await_seal(), cairn_grant_application(name), cairn_append_only(regclass), cairn_refuse_change(), cairn_tenant_table(regclass), cairn_system(), cairn_institution();
