drop table received_endorsement;
drop table given_endorsement;
