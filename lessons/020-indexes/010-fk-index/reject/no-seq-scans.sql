-- @rejects: settings
-- Forbids the Seq Scan without giving PostgreSQL another way.
-- @changes
SET enable_seqscan = off;
