drop table letter_template;
alter table mail_message
  drop column html,
  drop column language;
