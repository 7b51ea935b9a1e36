-- @probe another spelling, and addresses that are nearly the same
UPDATE auth_user SET email = 'GABRIEL.scholtes3@GMAIL.com' WHERE id = 3;
UPDATE auth_user SET email = 'gabriel.scholtes3@gmail.com.lu' WHERE id = 76;
UPDATE auth_user SET email = ' gabriel.scholtes3@gmail.com' WHERE id = 77;
-- @probe it belongs to somebody else
UPDATE auth_user SET email = 'other@pt.lu' WHERE id = 3;
UPDATE auth_user SET email = 'Gabriel.Scholtes3@Gmail.com' WHERE id = 4;
-- @probe nobody has it
UPDATE auth_user SET email = 'other@pt.lu' WHERE id = 3;
-- @probe somebody who came last and is not active
UPDATE auth_user SET email = 'other@pt.lu' WHERE id = 3;
UPDATE auth_user SET email = 'gabriel.SCHOLTES3@gmail.com', is_active = false WHERE id = (SELECT max(id) FROM auth_user);
-- @probe a dot is a dot
UPDATE auth_user SET email = 'gabriel-scholtes3@gmail.com' WHERE id = 78;
UPDATE auth_user SET email = 'gabriel.scholtes3@gmail_com' WHERE id = 79;
