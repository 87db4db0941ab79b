-- What was moved stays where it is; that it was moved by an act is no longer known.
select set_config('app.scope', 'system', true);
delete from enrollment_act_row where act_id in (select id from enrollment_act where kind = 'transfer');
delete from enrollment_act where kind = 'transfer';
select set_config('app.scope', '', true);
alter table enrollment_act_row
  drop column earlier_started_at,
  drop column earlier_offering_id;
alter table enrollment_act
  drop constraint enrollment_act_offering_whole,
  drop constraint enrollment_act_kind_known,
  add constraint enrollment_act_kind_known check (kind in ('withdraw', 'extend')),
  drop column to_offering_id;
