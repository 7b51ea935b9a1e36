-- @rejects: index
-- Keeps the shorter of the two, and the member's page visits the table again.
-- @changes
DROP INDEX reg_user, reg_user_status, reg_status, reg_updated, reg_payment, reg_note,
  crush_lu_eventregistration_event_id_42796169;
