-- @rejects: buffers
-- An index counts the rows of the table, but says nothing about its values.
-- @changes
CREATE INDEX ON crush_lu_paymentimport (source, status) INCLUDE (registration_id);
