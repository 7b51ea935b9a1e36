-- @rejects: settings
-- The right plan for this session, and the estimates as wrong as before.
-- @changes
SET enable_nestloop = off;
