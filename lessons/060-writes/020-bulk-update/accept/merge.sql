-- The same as MERGE.
-- @query
MERGE INTO crush_lu_meetupevent e
USING (
  SELECT m.id, COUNT(r.id) AS confirmed
  FROM crush_lu_meetupevent m LEFT JOIN crush_lu_eventregistration r ON r.event_id = m.id AND r.status = 'confirmed'
  WHERE m.event_date >= '2025-05-01' GROUP BY m.id
) counted ON counted.id = e.id
WHEN MATCHED THEN UPDATE SET registration_count = counted.confirmed;
