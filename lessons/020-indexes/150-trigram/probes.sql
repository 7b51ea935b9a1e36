-- @probe somewhere in the address
UPDATE crush_lu_eventinvitation SET guest_email = 'dr.GÜNTHER.Zeimes@example.lu' WHERE id = 21;
UPDATE crush_lu_eventinvitation SET guest_email = 'zeimes.günther@example.lu' WHERE id = 22;
UPDATE crush_lu_eventinvitation SET guest_email = 'günther_zeimes@example.lu' WHERE id = 23;
