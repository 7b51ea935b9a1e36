-- @rejects: settings
-- Forbids the Seq Scan, without anything to put in its place.
-- @changes
SET enable_seqscan = off;
