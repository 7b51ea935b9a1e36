-- @rejects: statements
-- The loop with an index: each statement a little quicker, none fewer.
-- @changes
CREATE INDEX ON vinsdelux_vdladoptionplan (id) INCLUDE (name, price);
