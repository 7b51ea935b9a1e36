CREATE INDEX ev_title ON crush_lu_meetupevent (title);
