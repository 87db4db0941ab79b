drop table wallet_interaction;
drop table backpack_profile;
drop table backpack_credential;
drop table service_token;
drop table authorization_code;
drop table service_grant;
drop table oauth_client;
