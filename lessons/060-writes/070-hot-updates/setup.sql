-- Somebody once wanted to list users by their last login: db_index=True. Nothing has asked for it since.
CREATE INDEX auth_user_last_login_6a3f52c1 ON auth_user (last_login);
