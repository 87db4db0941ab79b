drop table study_plan;
drop table calendar_feed;
