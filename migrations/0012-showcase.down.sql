drop table institution_look;
drop table badge_drawing;
