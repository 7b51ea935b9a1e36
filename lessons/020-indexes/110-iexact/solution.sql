-- @changes
CREATE INDEX user_email_upper ON auth_user (UPPER(email::text));
