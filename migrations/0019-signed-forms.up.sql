-- What a key signed: looked for when it is reported as compromised, and every minute after that.
create index credential_intent_signing_key on credential_intent (signing_key_id);
create index vc_jwt_signing_key on vc_jwt (signing_key_id);

-- What was set aside for a person, among all that is done.
create index outbox_dead on outbox (dead_at) where dead_at is not null and done_at is null;

-- Until when the credentials of an institution are known to have every VC-JWT form that it offers: what was issued before is not
-- looked at again. Forms that are not among these algorithms are not known of.
create table vc_jwt_completion (
  institution_id uuid constraint vc_jwt_completion_pk primary key constraint vc_jwt_completion_institution_fk references institution (id),
  algorithms text[] not null,
  issued_until timestamptz not null
);
select cairn_tenant_table('vc_jwt_completion');
