-- @rejects: settings
-- Makes every index look expensive.
-- @changes
SET random_page_cost = 100;
