CREATE INDEX registration_user_status ON crush_lu_eventregistration (user_id, status);
-- The nightly job
UPDATE crush_lu_eventregistration SET updated_at = updated_at + interval '1 hour' WHERE id % 45 = 0;
CHECKPOINT;
