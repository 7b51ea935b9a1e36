-- @rejects: rows
-- The end of the range is guessed, and titles that go on with an accent are lost.
-- @query
SELECT id, title, event_date FROM crush_lu_meetupevent
WHERE title >= 'Brunch in Wiltz' AND title < 'Brunch in Wiltz~';
