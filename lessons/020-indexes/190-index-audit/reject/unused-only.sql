-- @rejects: buffers
-- Those that are never read are gone. The redundant ones are still written.
-- @changes
DROP INDEX reg_status, reg_updated, reg_payment, reg_note;
