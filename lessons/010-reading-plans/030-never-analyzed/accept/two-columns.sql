-- Only the columns of the WHERE clause.
-- @changes
ANALYZE crush_lu_paymentimport (status, source);
