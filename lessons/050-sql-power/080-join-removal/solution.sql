-- @changes
ALTER TABLE crush_lu_crushprofile
  ADD CONSTRAINT crush_lu_crushprofile_user_id_key UNIQUE (user_id);
ALTER TABLE entreprinder_entrepreneurprofile
  ADD CONSTRAINT entreprinder_entrepreneurprofile_user_id_key UNIQUE (user_id);
