-- @probe the plot was booked and let go
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 14, NULL, '2026-04-20', '2026-06-20', 'expired', 'gone', '2025-05-01 09:00:00+00');
-- @probe the plot is taken already
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 15, NULL, '2026-05-10', '2026-05-12', 'confirmed', 'before', '2025-05-01 09:00:00+00');
-- @probe the first guest has the plot already
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 11, NULL, '2026-05-03', '2026-05-05', 'held', 'first', '2025-06-01 09:00:00+00');
-- @probe another plot is taken
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (615, 16, NULL, '2026-05-01', '2026-05-30', 'confirmed', 'beside', '2025-05-01 09:00:00+00');
-- @probe before the changes: other plots are booked twice
UPDATE vinsdelux_vdlplotreservation SET status = 'expired' WHERE plot_id % 3 = 0;
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
SELECT plot_id, user_id, adoption_plan_id, ends_on, ends_on + 3, 'held', 'twice', created_at
FROM vinsdelux_vdlplotreservation WHERE id = (SELECT max(id) FROM vinsdelux_vdlplotreservation WHERE status = 'confirmed');
