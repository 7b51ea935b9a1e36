-- @query
SELECT id, user_id, event_id, status
FROM crush_lu_eventregistration
WHERE user_id IN (
  SELECT MAX(u0.user_id) AS newest
  FROM crush_lu_crushprofile u0
  GROUP BY u0.location, u0.canton, u0.postal_code
);
