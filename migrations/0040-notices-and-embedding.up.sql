-- When a platform was last asked to send us notices, so that an administrator sees how old its answer is.
alter table lti_notice_handler add column tried_at timestamptz;

-- Which sites may show the card of an offering in a frame; no row: none.
create table embedding_setting (
  institution_id uuid constraint embedding_setting_pk primary key
    constraint embedding_setting_institution_fk references institution (id),
  -- As browsers compare them: scheme, host, port.
  origins text[] not null,
  version integer not null
);
select cairn_tenant_table('embedding_setting');
