drop table notice_preference;
drop table notice;
