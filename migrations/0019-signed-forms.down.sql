drop table vc_jwt_completion;
drop index outbox_dead;
drop index vc_jwt_signing_key;
drop index credential_intent_signing_key;
