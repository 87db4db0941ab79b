-- The delivery in which a row was handed to the queue together with others of its institution. Null: alone, or not yet.
alter table outbox add column chunk_id uuid;
-- What is in flight in chunks, whatever else waits in the queue.
create index outbox_chunk on outbox (job, institution_id, chunk_id) where chunk_id is not null and done_at is null and dead_at is null;
