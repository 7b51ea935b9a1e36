-- @probe on the boundaries
INSERT INTO vinsdelux_vdlplotreservation (id, plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at) OVERRIDING SYSTEM VALUE
SELECT 900000 + row_number() OVER (), 1, NULL, NULL, s::date, e::date, 'held', 'probe', now()
FROM (VALUES ('2021-02-01', '2021-03-07'), ('2021-02-01', '2021-03-08'), ('2021-02-01', '2021-03-09'), ('2021-03-08', '2021-03-15'),
  ('2021-03-07', '2021-03-16'), ('2021-03-10', '2021-03-11'), ('2021-03-14', '2021-04-01'), ('2021-03-15', '2021-04-01'), ('2021-03-16', '2021-04-01')) v(s, e);
-- @probe a reservation for ten years
INSERT INTO vinsdelux_vdlplotreservation (id, plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at) OVERRIDING SYSTEM VALUE
VALUES (900001, 1, NULL, NULL, '2016-01-01', '2026-01-01', 'confirmed', 'probe', now());
-- @probe longer reservations
UPDATE vinsdelux_vdlplotreservation SET ends_on = ends_on + 200 WHERE id % 10 = 0;
