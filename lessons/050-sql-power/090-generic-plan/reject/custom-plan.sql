-- @rejects: settings
-- Changes the server's setting for the session.
-- @changes
SET plan_cache_mode = force_custom_plan;
