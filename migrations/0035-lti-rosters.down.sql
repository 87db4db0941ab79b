drop table lti_member, lti_roster;
alter table lti_context drop column memberships_url;
