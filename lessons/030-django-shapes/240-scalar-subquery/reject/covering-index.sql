-- @rejects: buffers
-- Each lookup gets cheaper, and there are as many.
-- @changes
CREATE INDEX ON auth_user (id) INCLUDE (username);
