-- Many places go to another offering of their edition.
alter table enrollment_act
  add column to_offering_id uuid constraint enrollment_act_offering_fk references offering (id),
  drop constraint enrollment_act_kind_known,
  add constraint enrollment_act_kind_known check (kind in ('withdraw', 'extend', 'transfer')),
  add constraint enrollment_act_offering_whole check ((kind = 'transfer') = (to_offering_id is not null));

-- Where undoing leads back to, beside the state: the offering, and when the learner's time had begun there.
alter table enrollment_act_row
  add column earlier_offering_id uuid constraint enrollment_act_row_offering_fk references offering (id),
  add column earlier_started_at timestamptz;
