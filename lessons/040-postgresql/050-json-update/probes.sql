-- @probe another device, and a flag
UPDATE crush_lu_journeyprogress SET metadata = '{"device": "web", "streak": 5, "last_active": "2025-05-31", "beta_flag": true}' WHERE id = 7;
-- @probe no day yet
UPDATE crush_lu_journeyprogress SET metadata = '{"device": "ios", "streak": 0}' WHERE id = 7;
-- @probe an empty document
UPDATE crush_lu_journeyprogress SET metadata = '{}' WHERE id = 7;
-- @probe nested values
UPDATE crush_lu_journeyprogress SET metadata = '{"device": {"os": "ios", "last_active": "x"}, "streak": 99, "last_active": null, "coupon": null}' WHERE id = 7;
-- @probe the row is gone
DELETE FROM crush_lu_journeyprogress WHERE id = 7;
