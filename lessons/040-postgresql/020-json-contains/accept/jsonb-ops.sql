-- The default operator class: larger, and good for ? as well.
-- @changes
CREATE INDEX ON crush_lu_journeyprogress USING gin (completed_challenges);
