drop table credential_revocation, credential, credential_intent, achievement, status_list, signing_key;
