-- @rejects: base-data
-- Rewrites the table in the order of the members: it blocks everything, and the next registration stands elsewhere.
-- @changes
CLUSTER crush_lu_eventregistration USING crush_lu_eventregistration_user_id_01872ea4;
