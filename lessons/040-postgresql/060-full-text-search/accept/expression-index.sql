-- No column: GIN on the expression itself. The words of the few events found are computed again for the rank.
-- @changes
CREATE INDEX ON crush_lu_meetupevent USING gin (to_tsvector('french', COALESCE(title, '') || ' ' || COALESCE(description, '')));
ANALYZE crush_lu_meetupevent;
