-- @rejects: estimate
-- Within CASE the planner guesses half of the rows, whatever the values.
-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id IN (
  SELECT user_id FROM crush_lu_crushprofile
  WHERE CASE WHEN location = 'Luxembourg' THEN canton = 'Luxembourg' AND postal_code = 'L-1478' END
);
