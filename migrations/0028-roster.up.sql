-- The words that members are found by. Where row-level security holds, PostgreSQL uses an index only for operators that cannot tell of
-- rows that are hidden: comparing texts is one, `like` and trigrams are not. So words are found by their beginnings, in a table of the tenant.
create table member_word (
  person_id uuid not null,
  institution_id uuid not null,
  word text collate "C" not null,
  -- The name as a whole, by which lists are sorted.
  is_name boolean not null,
  constraint member_word_pk primary key (person_id, institution_id, is_name, word),
  constraint member_word_member_fk foreign key (institution_id, person_id) references membership (institution_id, person_id) on delete cascade
);
create index member_word_word on member_word (institution_id, word, person_id);
create index member_word_name on member_word (institution_id, word, person_id) where is_name;
select cairn_tenant_table('member_word');

create function cairn_words(name text, email text) returns table (word text, is_name boolean) language sql immutable parallel safe
begin atomic
  select lower(name), true
  union select part, false from regexp_split_to_table(lower(name), '[\s,;()"-]+') part where part <> ''
  union select lower(email), false where email is not null;
end;

create function cairn_words_of_new_members() returns trigger language plpgsql as $$
begin
  insert into member_word (person_id, institution_id, word, is_name)
  select m.person_id, m.institution_id, w.word, w.is_name
    from joined m join person p on p.id = m.person_id cross join lateral cairn_words(p.name, p.email) w
  on conflict do nothing;
  return null;
end $$;
create trigger words_of_new_members after insert on membership
  referencing new table as joined for each statement execute function cairn_words_of_new_members();

-- A name is one wherever its person belongs, so it changes beyond the institution that is looked at.
create function cairn_words_of_renamed_person() returns trigger language plpgsql as $$
declare scope text := current_setting('app.scope', true);
begin
  perform set_config('app.scope', 'system', true);
  delete from member_word where person_id = new.id;
  insert into member_word (person_id, institution_id, word, is_name)
  select m.person_id, m.institution_id, w.word, w.is_name
    from membership m cross join lateral cairn_words(new.name, new.email) w where m.person_id = new.id
  on conflict do nothing;
  perform set_config('app.scope', coalesce(scope, ''), true);
  return null;
end $$;
create trigger words_of_renamed_person after update of name, email on person
  for each row when (old.name is distinct from new.name or old.email is distinct from new.email)
  execute function cairn_words_of_renamed_person();

select set_config('app.scope', 'system', true);
insert into member_word (person_id, institution_id, word, is_name)
select m.person_id, m.institution_id, w.word, w.is_name
  from membership m join person p on p.id = m.person_id cross join lateral cairn_words(p.name, p.email) w;
select set_config('app.scope', '', true);

-- Everybody of an institution in one state, or of an offering, newest place first.
create index enrollment_state on enrollment (institution_id, state, created_at, id);
create index enrollment_offering_newest on enrollment (offering_id, created_at, id);

-- One act on many places: who it is about is fixed, and shown, before anything is done.
create table enrollment_act (
  id uuid constraint enrollment_act_pk primary key,
  institution_id uuid not null constraint enrollment_act_institution_fk references institution (id),
  kind text not null,
  -- Of more time: until when, and why.
  due_at timestamptz,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  confirmed_at timestamptz,
  finished_at timestamptz,
  undo_requested_by uuid,
  undo_requested_at timestamptz,
  undone_at timestamptz,
  constraint enrollment_act_kind_known check (kind in ('withdraw', 'extend')),
  constraint enrollment_act_due_whole check ((kind = 'extend') = (due_at is not null))
);
create index enrollment_act_institution on enrollment_act (institution_id, requested_at, id);
select cairn_tenant_table('enrollment_act');

create table enrollment_act_row (
  act_id uuid not null constraint enrollment_act_row_act_fk references enrollment_act (id),
  enrollment_id uuid not null constraint enrollment_act_row_enrollment_fk references enrollment (id),
  institution_id uuid not null,
  outcome text not null,
  -- Why it was refused, or why it cannot be undone: a key.
  reason text,
  -- The state that undoing leads back to.
  earlier_state text,
  constraint enrollment_act_row_pk primary key (act_id, enrollment_id),
  constraint enrollment_act_row_outcome_known check (outcome in ('waiting', 'done', 'refused', 'undone', 'kept'))
);
create index enrollment_act_row_outcome on enrollment_act_row (act_id, outcome, enrollment_id);
create index enrollment_act_row_enrollment on enrollment_act_row (enrollment_id);
select cairn_tenant_table('enrollment_act_row');
