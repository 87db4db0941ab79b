drop policy within_context on offering_staff;
drop function cairn_context();
alter table offering_staff drop column from_lti;
alter table session drop constraint session_limited_whole, drop column roles, drop column context_id;
drop trigger ask_for_scores on event;
drop table lti_key, lti_score, lti_line_item, lti_resource_link, lti_section, lti_context, lti_identity, lti_launch, lti_login, lti_deployment, lti_registration_link, lti_registration;
drop function cairn_ask_for_scores_of_events();
drop function cairn_ask_for_scores();
