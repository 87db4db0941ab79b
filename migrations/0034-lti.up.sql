-- Learning-management systems that show Cairn to their people (LTI 1.3): each institution registers its own.
create table lti_registration (
  id uuid constraint lti_registration_pk primary key,
  institution_id uuid not null constraint lti_registration_institution_fk references institution (id),
  name text not null,
  state text not null constraint lti_registration_state_known check (state in ('pending', 'active', 'disabled')),
  issuer text not null,
  client_id text not null,
  authorization_url text not null,
  token_url text not null,
  -- Of client assertions, where it is not the address of the token.
  token_audience text,
  jwks_url text not null,
  -- Signatures that are believed; never what a token's header says.
  algorithms text[] not null,
  -- As it calls itself: moodle, canvas, blackboard, desire2learn…
  product_family text not null,
  -- Of pages that may frame us and get messages of ours.
  frame_origins text[] not null,
  -- What services it gave leave for.
  scopes text[] not null,
  settings jsonb not null,
  -- Its keys as they were read last, kept over an hour in which it does not answer.
  jwks jsonb,
  jwks_read_at timestamptz,
  jwks_tried_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint lti_registration_client unique (issuer, client_id)
);
create index lti_registration_institution on lti_registration (institution_id, created_at);
select cairn_tenant_table('lti_registration');

-- A registration link that an administrator gave to the system's administrator: good once.
create table lti_registration_link (
  id uuid constraint lti_registration_link_pk primary key,
  institution_id uuid not null constraint lti_registration_link_institution_fk references institution (id),
  token_hash text not null constraint lti_registration_link_token unique,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  registration_id uuid constraint lti_registration_link_registration_fk references lti_registration (id) on delete set null
);
select cairn_tenant_table('lti_registration_link');

create table lti_deployment (
  id uuid constraint lti_deployment_pk primary key,
  institution_id uuid not null,
  registration_id uuid not null constraint lti_deployment_registration_fk references lti_registration (id) on delete cascade,
  deployment_id text not null,
  state text not null constraint lti_deployment_state_known check (state in ('pending', 'approved', 'refused')),
  created_at timestamptz not null,
  decided_at timestamptz,
  constraint lti_deployment_once unique (registration_id, deployment_id)
);
select cairn_tenant_table('lti_deployment');

-- A login that was begun: state and nonce are good once, and only in the browser that began it.
create table lti_login (
  state_hash text constraint lti_login_pk primary key,
  institution_id uuid not null,
  registration_id uuid not null constraint lti_login_registration_fk references lti_registration (id) on delete cascade,
  nonce_hash text not null,
  browser_hash text not null,
  expires_at timestamptz not null
);
create index lti_login_expires on lti_login (expires_at);
select cairn_tenant_table('lti_login');

-- A proved message that waits for its answer, such as a request for links: good once, for who was vouched for in it.
create table lti_launch (
  ticket_hash text constraint lti_launch_pk primary key,
  institution_id uuid not null,
  registration_id uuid not null constraint lti_launch_registration_fk references lti_registration (id) on delete cascade,
  context_id uuid not null,
  person_id uuid not null constraint lti_launch_person_fk references person (id),
  -- What was read of it.
  message jsonb not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index lti_launch_expires on lti_launch (expires_at);
create index lti_launch_person on lti_launch (person_id);
select cairn_tenant_table('lti_launch');

-- Who somebody is here, by what the system calls them: never by their address.
create table lti_identity (
  id uuid constraint lti_identity_pk primary key,
  institution_id uuid not null,
  registration_id uuid not null constraint lti_identity_registration_fk references lti_registration (id) on delete cascade,
  subject text not null,
  person_id uuid not null constraint lti_identity_person_fk references person (id),
  -- Made for it, and not yet claimed into an account of their own.
  is_guest boolean not null,
  created_at timestamptz not null,
  last_launch_at timestamptz,
  constraint lti_identity_once unique (registration_id, subject)
);
create index lti_identity_person on lti_identity (person_id);
select cairn_tenant_table('lti_identity');

-- A course of the system; or a single link, where the system names no course.
create table lti_context (
  id uuid constraint lti_context_pk primary key,
  institution_id uuid not null,
  deployment_id uuid not null constraint lti_context_deployment_fk references lti_deployment (id) on delete cascade,
  kind text not null constraint lti_context_kind_known check (kind in ('course', 'link')),
  context_id text not null,
  title text not null,
  label text not null,
  -- The context of ours that it was copied from.
  copied_from uuid,
  line_items_url text,
  scopes text[] not null,
  created_at timestamptz not null,
  last_launch_at timestamptz not null,
  constraint lti_context_once unique (deployment_id, kind, context_id)
);
select cairn_tenant_table('lti_context');

-- The offering in which a course's people go through a micro-credential.
create table lti_section (
  context_id uuid not null constraint lti_section_context_fk references lti_context (id) on delete cascade,
  micro_credential_id uuid not null constraint lti_section_micro_credential_fk references micro_credential (id),
  institution_id uuid not null,
  offering_id uuid not null constraint lti_section_offering_fk references offering (id) on delete cascade,
  created_at timestamptz not null,
  constraint lti_section_pk primary key (context_id, micro_credential_id),
  constraint lti_section_offering unique (offering_id)
);
select cairn_tenant_table('lti_section');

create table lti_resource_link (
  id uuid constraint lti_resource_link_pk primary key,
  institution_id uuid not null,
  deployment_id uuid not null constraint lti_resource_link_deployment_fk references lti_deployment (id) on delete cascade,
  context_id uuid not null constraint lti_resource_link_context_fk references lti_context (id) on delete cascade,
  link_id text not null,
  title text not null,
  -- What it shows: {"kind", "microCredentialId", "nodeId"}; null until somebody who teaches there chooses.
  target jsonb,
  created_at timestamptz not null,
  constraint lti_resource_link_once unique (deployment_id, link_id)
);
create index lti_resource_link_context on lti_resource_link (context_id);
select cairn_tenant_table('lti_resource_link');

-- A column of the system's gradebook, learnt from a launch or made by us there.
create table lti_line_item (
  id uuid constraint lti_line_item_pk primary key,
  institution_id uuid not null,
  context_id uuid not null constraint lti_line_item_context_fk references lti_context (id) on delete cascade,
  resource_link_id uuid constraint lti_line_item_link_fk references lti_resource_link (id) on delete set null,
  url text not null,
  target jsonb not null,
  created_at timestamptz not null,
  constraint lti_line_item_once unique (context_id, url)
);
create index lti_line_item_link on lti_line_item (resource_link_id);
select cairn_tenant_table('lti_line_item');

-- The score that a system should show, and the one that it was last told.
create table lti_score (
  line_item_id uuid not null constraint lti_score_line_item_fk references lti_line_item (id) on delete cascade,
  identity_id uuid not null constraint lti_score_identity_fk references lti_identity (id) on delete cascade,
  institution_id uuid not null,
  -- Grows with each change of what it should be.
  desired integer not null,
  desired_at timestamptz not null,
  score jsonb not null,
  -- The newest that arrived.
  sent integer not null,
  sent_at timestamptz,
  -- Of the last attempt, in whole seconds: never the same twice (AGS 2.0 §3.4.7).
  last_timestamp timestamptz,
  attempts integer not null,
  -- Nobody else tries before: somebody is sending it, or the next attempt waits.
  leased_until timestamptz,
  -- Why it is no longer tried; null while it is, or has arrived.
  parked text,
  last_problem text,
  constraint lti_score_pk primary key (line_item_id, identity_id)
);
create index lti_score_identity on lti_score (identity_id);
create index lti_score_unsent on lti_score (line_item_id, identity_id) where sent < desired;
select cairn_tenant_table('lti_score');

-- The database itself asks for the scores of a person to be worked out anew, in the transaction of what may change one, so that no way of
-- changing a score can leave its platform out. By the person: a course that is completed counts in every place that they have.
create function cairn_ask_for_scores_of_events() returns trigger language plpgsql as $$
begin
  if not exists (select from lti_section) then return null; end if;
  insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts)
  select gen_random_uuid(), e.institution_id, 'desire-scores', jsonb_build_object('personId', e.person_id),
         'desire-scores:' || min(w.id::text), 1, now(), now(), 0
    from written w
    join enrollment e on w.subject_type = 'enrollment' and e.id = w.subject_id
   where exists (select from enrollment o join lti_section s on s.offering_id = o.offering_id where o.person_id = e.person_id)
   group by e.institution_id, e.person_id;
  if found then perform pg_notify('cairn_outbox', ''); end if;
  return null;
end $$;
create trigger ask_for_scores after insert on event
  referencing new table as written for each statement execute function cairn_ask_for_scores_of_events();

create function cairn_ask_for_scores() returns trigger language plpgsql as $$
declare
  person uuid := to_jsonb(new) ->> 'person_id';
begin
  -- Ten thousand people of a roster have done nothing yet.
  if person is not null and not exists (
    select from enrollment e join lti_section s on s.offering_id = e.offering_id where e.person_id = person) then return null; end if;
  insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts)
  values (gen_random_uuid(), new.institution_id, 'desire-scores', jsonb_build_object(tg_argv[0], to_jsonb(new) -> tg_argv[1]),
          'desire-scores:' || gen_random_uuid(), 1, now(), now(), 0);
  perform pg_notify('cairn_outbox', '');
  return null;
end $$;
create trigger ask_for_scores after insert or update of target on lti_line_item
  for each row execute function cairn_ask_for_scores('lineItemId', 'id');
-- An account that somebody proved to be theirs, and what they did with it.
create trigger ask_for_scores after insert or update of person_id on lti_identity
  for each row execute function cairn_ask_for_scores('personId', 'person_id');

-- Keys that sign what we say to systems. Of the installation, not of an institution: platforms know one set (`/.well-known/jwks.json`).
create table lti_key (
  id text constraint lti_key_pk primary key,
  public_jwk jsonb not null,
  sealed_private bytea not null,
  created_at timestamptz not null,
  -- Published a day before, so that platforms know it by then.
  signs_from timestamptz not null,
  -- Shown until then.
  retires_at timestamptz
);

-- Who came by a system acts as what it says of them there, and nowhere else.
alter table session
  add column roles text[],
  add column context_id uuid,
  add constraint session_limited_whole check ((roles is null) = (context_id is null));

-- Rights that a launch gave, so that the next one can take them away.
alter table offering_staff add column from_lti boolean not null default false;

create function cairn_context() returns uuid stable parallel safe language sql as
  $$ select nullif(current_setting('app.context', true), '')::uuid $$;

create policy within_context on offering_staff as restrictive for select
  using (cairn_context() is null or offering_id in (select s.offering_id from lti_section s where s.context_id = cairn_context()));
