-- What db_index=True brings: one index for =, one for LIKE 'x%'.
-- @changes
CREATE INDEX crush_lu_eventinvitation_invitation_code_5f0d6ba1 ON crush_lu_eventinvitation (invitation_code);
CREATE INDEX crush_lu_eventinvitation_invitation_code_5f0d6ba1_like ON crush_lu_eventinvitation (invitation_code varchar_pattern_ops);
