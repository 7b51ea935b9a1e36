-- Analyzed while everything was queued; then the mailing went out.
CREATE TABLE crush_lu_notification (
  id bigint NOT NULL PRIMARY KEY,
  registration_id bigint NOT NULL,
  user_id integer NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL
);
INSERT INTO crush_lu_notification (id, registration_id, user_id, status, created_at)
SELECT id, id, user_id, 'queued', registered_at
FROM crush_lu_eventregistration WHERE id % 3 = 0;
ANALYZE crush_lu_notification;
UPDATE crush_lu_notification SET status = 'sent' WHERE created_at < '2025-06-01';
