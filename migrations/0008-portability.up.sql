create table import_run (
  id uuid constraint import_run_pk primary key,
  institution_id uuid not null constraint import_run_institution_fk references institution (id),
  file_id uuid not null constraint import_run_file_fk references stored_file (id),
  state text not null,
  report jsonb,
  outcome jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  checked_at timestamptz,
  applied_at timestamptz,
  constraint import_run_state_known check (state in ('uploaded', 'checked', 'refused', 'applied'))
);
create index import_run_institution on import_run (institution_id, created_at);
select cairn_tenant_table('import_run');
