drop table edition, micro_credential, activity, course;
