-- Badges that were drawn here; the pixels are a stored file like any uploaded picture.
create table badge_drawing (
  id uuid constraint badge_drawing_pk primary key,
  institution_id uuid not null constraint badge_drawing_institution_fk references institution (id),
  file_id uuid not null constraint badge_drawing_file_key unique constraint badge_drawing_file_fk references stored_file (id),
  edition_id uuid constraint badge_drawing_edition_key unique constraint badge_drawing_edition_fk references edition (id),
  design jsonb not null,
  svg text not null,
  created_at timestamptz not null
);
select cairn_tenant_table('badge_drawing');
select cairn_append_only('badge_drawing');

-- Each change is a row, so that a certificate keeps the look of the moment of its issuing.
create table institution_look (
  id uuid constraint institution_look_pk primary key,
  institution_id uuid not null constraint institution_look_institution_fk references institution (id),
  version integer not null,
  look jsonb not null,
  created_at timestamptz not null,
  constraint institution_look_version_key unique (institution_id, version)
);
select cairn_tenant_table('institution_look');
select cairn_append_only('institution_look');
