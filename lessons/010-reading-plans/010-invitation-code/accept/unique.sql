-- What unique=True would bring: codes are random and may not repeat.
-- @changes
ALTER TABLE crush_lu_eventinvitation ADD CONSTRAINT invitation_code_unique UNIQUE (invitation_code);
