-- @rejects: estimate
-- Arithmetic hides the index on user_id.
-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id + 0 IN (
  SELECT user_id FROM crush_lu_crushprofile
  WHERE canton = 'Luxembourg' AND location = 'Luxembourg' AND postal_code = 'L-1478'
);
