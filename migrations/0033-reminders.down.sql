-- Letters that were sent stay sent; that they were sent by an act is no longer known.
select set_config('app.scope', 'system', true);
delete from enrollment_act_row where act_id in (select id from enrollment_act where kind = 'remind');
delete from enrollment_act where kind = 'remind';
select set_config('app.scope', '', true);
alter table enrollment_act
  drop constraint enrollment_act_letter_whole,
  drop constraint enrollment_act_kind_known,
  add constraint enrollment_act_kind_known check (kind in ('withdraw', 'extend', 'transfer')),
  drop column body,
  drop column subject;
