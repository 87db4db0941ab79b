drop table portfolio;
drop table credential_view_count;
drop table credential_share_link;
alter table credential drop column visibility;
drop table published_evidence;
drop table credential_choice;
alter table institution drop column image_url, drop column region, drop column identifiers, drop column parent_organization;
