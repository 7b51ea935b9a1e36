-- @probe a third status
UPDATE crush_lu_notification SET status = 'failed' WHERE id % 4 = 0;
-- @probe everything is queued again
UPDATE crush_lu_notification SET status = 'queued';
-- @probe two notifications for one registration
INSERT INTO crush_lu_notification (id, registration_id, user_id, status, created_at)
SELECT 5000000 + id, registration_id, user_id, status, created_at FROM crush_lu_notification WHERE id <= 900;
