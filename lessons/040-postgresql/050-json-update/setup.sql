-- The document as both requests find it.
UPDATE crush_lu_journeyprogress SET metadata = '{"device": "android", "streak": 1, "last_active": "2025-05-29"}' WHERE id = 7;
