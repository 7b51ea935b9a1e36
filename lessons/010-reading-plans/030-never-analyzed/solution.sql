-- @changes
ANALYZE crush_lu_paymentimport;
