-- The bank's file, loaded a moment ago. Nothing has analyzed the table yet.
CREATE TABLE crush_lu_paymentimport (
  id bigint NOT NULL PRIMARY KEY,
  registration_id bigint NULL,
  status varchar(20) NOT NULL,
  source varchar(10) NOT NULL,
  received_at timestamptz NOT NULL
);
INSERT INTO crush_lu_paymentimport (id, registration_id, status, source, received_at)
SELECT id, id, CASE WHEN id % 10 = 0 THEN 'open' ELSE 'paid' END, CASE WHEN id % 7 = 0 THEN 'app' ELSE 'web' END, registered_at
FROM crush_lu_eventregistration WHERE id % 5 < 3;
