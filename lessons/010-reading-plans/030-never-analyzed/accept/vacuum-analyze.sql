-- VACUUM too, so that the visibility map is there. Not possible inside a transaction.
-- @changes
VACUUM (ANALYZE) crush_lu_paymentimport;
