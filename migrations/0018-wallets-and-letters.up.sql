-- A learner may wish that their badge names the wallet's key as its holder; which key it was is settled by the first proof.
alter table wallet_interaction
  add column binds boolean not null default false,
  add column bound_did text;
alter table wallet_interaction alter column binds drop default;

-- Nonces that were accepted in a proof: each counts once. Kept no longer than a nonce lives.
create table used_wallet_nonce (
  nonce_hash text constraint used_wallet_nonce_pk primary key,
  institution_id uuid not null constraint used_wallet_nonce_institution_fk references institution (id),
  used_at timestamptz not null
);
create index used_wallet_nonce_used on used_wallet_nonce (used_at);
select cairn_tenant_table('used_wallet_nonce');

-- A badge that came in as a compact JWS is given back as one.
alter table backpack_credential add column form text not null default 'json';
alter table backpack_credential alter column form drop default;
alter table backpack_credential add constraint backpack_credential_form_known check (form in ('json', 'jws'));

-- What is enclosed when the mail is sent: of which kind, and of what. The files are made then and never kept.
alter table mail_message add column enclosure jsonb;

create table badge_letter_setting (
  institution_id uuid constraint badge_letter_setting_pk primary key
    constraint badge_letter_setting_institution_fk references institution (id),
  encloses_files boolean not null,
  version integer not null
);
select cairn_tenant_table('badge_letter_setting');
