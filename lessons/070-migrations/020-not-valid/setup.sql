-- The column was created with null=True, long ago. There are no NULLs in it.
ALTER TABLE crush_lu_connectionmessage ALTER COLUMN message DROP NOT NULL;
