drop policy tenant on person;
drop table api_token, sign_in_link, session, invitation, membership_role, membership, person, institution;
