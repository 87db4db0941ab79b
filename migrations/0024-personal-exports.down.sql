-- Without its row nobody could fetch the file; the storage sweep removes its bytes.
create temporary table personal_export_file on commit drop as select file_id as id from personal_export where file_id is not null;
drop table personal_export;
delete from stored_file where id in (select id from personal_export_file);
