CREATE INDEX reg_user ON crush_lu_eventregistration (user_id);
CREATE INDEX reg_user_status ON crush_lu_eventregistration (user_id, status);
CREATE INDEX reg_status ON crush_lu_eventregistration (status);
CREATE INDEX reg_status_when ON crush_lu_eventregistration (status, registered_at);
CREATE INDEX reg_updated ON crush_lu_eventregistration (updated_at);
CREATE INDEX reg_payment ON crush_lu_eventregistration (payment_confirmed);
CREATE INDEX reg_note ON crush_lu_eventregistration (dietary_note);
