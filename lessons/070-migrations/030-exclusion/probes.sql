-- @probe the plot was booked and let go
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 14, NULL, '2026-04-20', '2026-06-20', 'expired', 'gone', '2025-05-01 09:00:00+00');
-- @probe the plot is taken already
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 15, NULL, '2026-05-10', '2026-05-12', 'confirmed', 'before', '2025-05-01 09:00:00+00');
-- @probe another plot is taken
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (615, 16, NULL, '2026-05-01', '2026-05-30', 'confirmed', 'beside', '2025-05-01 09:00:00+00');
