-- What somebody is told in the product. Texts are made when it is shown; here is only what it is about. Written for every badge, 500 at
-- once, so there are no foreign keys: whoever writes it holds what it names, and where that is gone nothing is shown of it.
create table notice (
  id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  kind text not null,
  -- The same is told once; what goes on (work is waiting) comes up again when it was read.
  dedupe_key text not null,
  enrollment_id uuid,
  offering_id uuid,
  particulars jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pk primary key (id),
  constraint notice_once unique (institution_id, person_id, dedupe_key)
);
create index notice_person on notice (institution_id, person_id, created_at, id);
select cairn_tenant_table('notice');

-- Where somebody wants to hear of a kind, if not where everybody does.
create table notice_preference (
  institution_id uuid not null,
  person_id uuid not null constraint notice_preference_person_fk references person (id),
  kind text not null,
  in_product boolean not null,
  by_mail boolean not null,
  constraint notice_preference_pk primary key (institution_id, person_id, kind)
);
select cairn_tenant_table('notice_preference');
