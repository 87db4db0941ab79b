-- Many learners are reminded, in words that somebody wrote for it.
alter table enrollment_act
  add column subject text,
  add column body text,
  drop constraint enrollment_act_kind_known,
  add constraint enrollment_act_kind_known check (kind in ('withdraw', 'extend', 'transfer', 'remind')),
  add constraint enrollment_act_letter_whole check ((kind = 'remind') = (subject is not null) and (subject is null) = (body is null));
