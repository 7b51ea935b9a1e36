-- As it was moved over: ordinary indexes on user_id, and a view over everything.
ALTER TABLE crush_lu_crushprofile DROP CONSTRAINT crush_lu_crushprofile_user_id_key;
ALTER TABLE entreprinder_entrepreneurprofile DROP CONSTRAINT entreprinder_entrepreneurprofile_user_id_key;
CREATE INDEX crush_lu_crushprofile_user_id ON crush_lu_crushprofile (user_id);
CREATE INDEX entreprinder_entrepreneurprofile_user_id ON entreprinder_entrepreneurprofile (user_id);
CREATE VIEW member_directory AS
SELECT u.id, u.username, u.first_name, u.last_name, u.email, u.date_joined,
       p.id AS crush_profile_id, p.location, p.canton,
       e.id AS entrepreneur_profile_id, e.company, e.industry
FROM auth_user u
LEFT JOIN crush_lu_crushprofile p ON p.user_id = u.id
LEFT JOIN entreprinder_entrepreneurprofile e ON e.user_id = u.id;
