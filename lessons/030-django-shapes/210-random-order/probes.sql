-- @probe the last founders have left
DELETE FROM entreprinder_entrepreneurprofile WHERE id > 3128;
-- @probe gaps behind the number
DELETE FROM entreprinder_entrepreneurprofile WHERE id BETWEEN 3127 AND 3200 AND id % 10 <> 0;
-- @probe four founders in all
DELETE FROM entreprinder_entrepreneurprofile WHERE id > 4;
-- @probe a large gap behind the number
DELETE FROM entreprinder_entrepreneurprofile WHERE id BETWEEN 3127 AND 4300;
-- @probe two before the number and two behind
DELETE FROM entreprinder_entrepreneurprofile WHERE id NOT IN (1, 2, 3127, 3128);
