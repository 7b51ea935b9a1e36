-- @rejects: estimate
-- VACUUM counts rows and pages; the statistics of columns come from ANALYZE.
-- @changes
VACUUM crush_lu_paymentimport;
