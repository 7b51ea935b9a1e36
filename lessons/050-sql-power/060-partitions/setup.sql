-- The archive: one partition for each month.
CREATE TABLE crush_lu_message_archive (LIKE crush_lu_connectionmessage) PARTITION BY RANGE (sent_at);
DO $$
BEGIN
  FOR n IN 0..53 LOOP
    EXECUTE format(
      'CREATE TABLE crush_lu_message_archive_%s PARTITION OF crush_lu_message_archive FOR VALUES FROM (%L) TO (%L)',
      to_char(date '2021-01-01' + n * interval '1 month', 'YYYY_MM'),
      date '2021-01-01' + n * interval '1 month',
      date '2021-01-01' + (n + 1) * interval '1 month');
  END LOOP;
END $$;
INSERT INTO crush_lu_message_archive
SELECT * FROM crush_lu_connectionmessage WHERE sent_at >= '2021-01-01' AND sent_at < '2025-07-01';
ANALYZE crush_lu_message_archive;
