-- As after a migration that said db_index=False, to make an import quicker.
DROP INDEX crush_lu_eventinvitation_event_id_a31551ed;
