drop table badge_letter_setting;
alter table mail_message drop column enclosure;
-- Without its form, a token would be read as JSON.
delete from backpack_credential where form = 'jws';
alter table backpack_credential drop column form;
drop table used_wallet_nonce;
alter table wallet_interaction drop column binds, drop column bound_did;
