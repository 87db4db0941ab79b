-- A mail in its two forms: the plain text that was there, and what goes into the body of an HTML mail. Both say the same, in one language.
alter table mail_message
  add column html text,
  add column language text;

-- What an institution writes instead of Cairn's own words, version after version; the newest counts, and one without words goes back to
-- Cairn's. Rows are never changed, so the history is the table, and two who save at once meet in the key.
create table letter_template (
  institution_id uuid not null constraint letter_template_institution_fk references institution (id),
  letter text not null,
  language text not null,
  version integer not null,
  subject text,
  body text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint letter_template_pk primary key (institution_id, letter, language, version),
  constraint letter_template_whole check ((subject is null) = (body is null))
);
select cairn_tenant_table('letter_template');
