drop table lti_claim;
