-- A program that learners may connect. It registers by itself and belongs to no institution.
create table oauth_client (
  id text constraint oauth_client_pk primary key,
  secret_hash text not null,
  name text not null,
  redirect_uris text[] not null,
  scopes text[] not null,
  client_uri text,
  policy_uri text,
  tos_uri text,
  created_at timestamptz not null
);
alter table oauth_client enable row level security;
alter table oauth_client force row level security;
create policy beyond_institutions on oauth_client using (cairn_system());

-- What a member lets a program do at one institution, until it is revoked.
create table service_grant (
  id uuid constraint service_grant_pk primary key,
  institution_id uuid not null constraint service_grant_institution_fk references institution (id),
  person_id uuid not null constraint service_grant_person_fk references person (id),
  client_id text not null constraint service_grant_client_fk references oauth_client (id),
  client_name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index service_grant_person on service_grant (institution_id, person_id, created_at);
create index service_grant_client on service_grant (client_id);
select cairn_tenant_table('service_grant');

create table authorization_code (
  code_hash text constraint authorization_code_pk primary key,
  institution_id uuid not null constraint authorization_code_institution_fk references institution (id),
  grant_id uuid not null constraint authorization_code_grant_fk references service_grant (id),
  redirect_uri text not null,
  code_challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index authorization_code_grant on authorization_code (grant_id);
select cairn_tenant_table('authorization_code');

create table service_token (
  token_hash text constraint service_token_pk primary key,
  institution_id uuid not null constraint service_token_institution_fk references institution (id),
  grant_id uuid not null constraint service_token_grant_fk references service_grant (id),
  kind text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- A refresh token that was used, or a token that was revoked.
  ended_at timestamptz,
  constraint service_token_kind_known check (kind in ('access', 'refresh'))
);
create index service_token_grant on service_token (grant_id);
select cairn_tenant_table('service_token');

-- Badges of other issuers that a learner's services brought here.
create table backpack_credential (
  id uuid constraint backpack_credential_pk primary key,
  institution_id uuid not null constraint backpack_credential_institution_fk references institution (id),
  person_id uuid not null constraint backpack_credential_person_fk references person (id),
  issuer text not null,
  credential_id text not null,
  valid_from timestamptz not null,
  signed text not null,
  stored_at timestamptz not null,
  constraint backpack_credential_key unique (institution_id, person_id, issuer, credential_id)
);
select cairn_tenant_table('backpack_credential');

create table backpack_profile (
  institution_id uuid not null constraint backpack_profile_institution_fk references institution (id),
  person_id uuid not null constraint backpack_profile_person_fk references person (id),
  document text not null,
  updated_at timestamptz not null,
  constraint backpack_profile_pk primary key (institution_id, person_id)
);
select cairn_tenant_table('backpack_profile');

-- One credential on its way into one wallet.
create table wallet_interaction (
  id uuid constraint wallet_interaction_pk primary key,
  institution_id uuid not null constraint wallet_interaction_institution_fk references institution (id),
  credential_id uuid not null constraint wallet_interaction_credential_fk references credential (id),
  person_id uuid not null constraint wallet_interaction_person_fk references person (id),
  token_hash text not null constraint wallet_interaction_token_key unique,
  code_hash text not null constraint wallet_interaction_code_key unique,
  -- What the wallet signs when it has to show whose it is.
  challenge text,
  transaction_code_hash text,
  wrong_codes integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  access_token_hash text constraint wallet_interaction_access_key unique,
  claimed_at timestamptz,
  claimed_by text,
  notification text,
  constraint wallet_interaction_claimed_by_known check (claimed_by in ('vcapi', 'oid4vci'))
);
create index wallet_interaction_credential on wallet_interaction (credential_id);
select cairn_tenant_table('wallet_interaction');
