-- @query
SELECT COUNT(*) AS registrations, COUNT(id) FILTER (WHERE payment_confirmed) AS paid
FROM crush_lu_eventregistration
WHERE user_id IN (
  SELECT u0.user_id
  FROM crush_lu_crushprofile u0
  WHERE UPPER(u0.location::text) = UPPER('luxembourg')
);
