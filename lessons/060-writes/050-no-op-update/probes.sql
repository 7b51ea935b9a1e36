-- @probe nobody is approved yet
UPDATE crush_lu_crushprofile SET approved_at = NULL;
-- @probe submissions without a date
UPDATE crush_lu_profilesubmission SET reviewed_at = NULL WHERE profile_id % 11 = 0;
-- @probe approvals of today
UPDATE crush_lu_profilesubmission SET reviewed_at = '2025-06-01' WHERE status = 'approved' AND id % 7 = 0;
