drop table kept_comment, upload_part, upload;
