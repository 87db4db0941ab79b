drop function cairn_replace_plan(uuid, text, text);
drop function cairn_empty_history(uuid);
drop function cairn_refuse_unless_erasing(uuid);

create or replace function cairn_historic_row_stays() returns trigger language plpgsql as $$
begin
  if (old.id, old.institution_id, old.import_id, old.line, old.award, old.problems)
     is distinct from (new.id, new.institution_id, new.import_id, new.line, new.award, new.problems) then
    raise exception 'line % of the import % was checked and cannot be changed', old.line, old.import_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace function cairn_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop function cairn_is_erasing(oid);

drop table retention_setting;
drop table erasure;
