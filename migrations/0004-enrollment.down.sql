drop table accommodation, deadline_extension, enrollment, offering_staff, offering;
