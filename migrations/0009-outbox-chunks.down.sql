drop index outbox_chunk;
alter table outbox drop column chunk_id;
