-- @rejects: buffers
-- Sorted by the address as it was typed.
-- @changes
CREATE INDEX ON auth_user (email);
