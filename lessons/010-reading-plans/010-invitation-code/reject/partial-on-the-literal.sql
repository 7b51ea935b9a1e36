-- @rejects: other-values
-- An index for this one guest.
-- @changes
CREATE INDEX ON crush_lu_eventinvitation (id) WHERE invitation_code = '38c79eb370340a08a083bacc527da78e';
