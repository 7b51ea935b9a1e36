-- @probe many decided at the same moment
UPDATE crush_lu_profilesubmission SET reviewed_at = '2025-01-01' WHERE id % 20 = 0;
-- @probe a third is not decided
UPDATE crush_lu_profilesubmission SET reviewed_at = NULL WHERE id % 3 = 0;
-- @probe the latest are the first
UPDATE crush_lu_profilesubmission SET reviewed_at = timestamptz '2025-01-01' - id * interval '1 minute';
