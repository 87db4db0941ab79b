-- One key in use for each algorithm, not one for all.
drop index signing_key_active_key;
create unique index signing_key_active_key on signing_key (institution_id, algorithm) where state = 'active';
alter table signing_key
  add column compromise_reason text,
  add constraint signing_key_algorithm_known check (algorithm in ('Ed25519', 'RS256', 'ES256'));

create table vc_jwt (
  credential_id uuid not null constraint vc_jwt_credential_fk references credential (id),
  algorithm text not null,
  institution_id uuid not null constraint vc_jwt_institution_fk references institution (id),
  signing_key_id uuid not null constraint vc_jwt_signing_key_fk references signing_key (id),
  -- The exact signed bytes.
  signed text not null,
  made_at timestamptz not null,
  constraint vc_jwt_pk primary key (credential_id, algorithm),
  constraint vc_jwt_algorithm_known check (algorithm in ('RS256', 'ES256', 'EdDSA'))
);
select cairn_tenant_table('vc_jwt');

create table vc_jwt_setting (
  institution_id uuid constraint vc_jwt_setting_pk primary key constraint vc_jwt_setting_institution_fk references institution (id),
  algorithms text[] not null,
  version integer not null
);
select cairn_tenant_table('vc_jwt_setting');

create table signing_key_history (
  institution_id uuid constraint signing_key_history_pk primary key constraint signing_key_history_institution_fk references institution (id),
  version integer not null,
  signed_version integer not null,
  signed text
);
-- Keys that were there before have a history too: the scheduler finds it unsigned.
select set_config('app.scope', 'system', true);
insert into signing_key_history (institution_id, version, signed_version) select distinct institution_id, 1, 0 from signing_key;
select set_config('app.scope', '', true);
select cairn_tenant_table('signing_key_history');
