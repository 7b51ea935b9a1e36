-- @rejects: rows
-- Parts of words in place of words, and no rank.
-- @query
SELECT id, title, 0::real AS rank FROM crush_lu_meetupevent
WHERE UPPER(title || ' ' || description) LIKE UPPER('%Clervaux%') AND UPPER(title || ' ' || description) LIKE UPPER('%jazz%') AND 'Clervaux jazz' <> ''
ORDER BY id LIMIT 10;
