-- @rejects: dropped
-- Nothing is checked, and invitations to events that are gone will come.
-- @changes
ALTER TABLE crush_lu_eventinvitation DROP CONSTRAINT crush_lu_eventinvita_event_id_a31551ed_fk_crush_lu_;
