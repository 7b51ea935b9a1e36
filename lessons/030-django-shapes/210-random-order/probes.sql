-- @probe the last founders have left
DELETE FROM entreprinder_entrepreneurprofile WHERE id > 3128;
-- @probe gaps behind the number
DELETE FROM entreprinder_entrepreneurprofile WHERE id BETWEEN 3127 AND 3200 AND id % 10 <> 0;
-- @probe four founders in all
DELETE FROM entreprinder_entrepreneurprofile WHERE id > 4;
