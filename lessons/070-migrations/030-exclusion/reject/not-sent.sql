-- @rejects: errors
-- Does not ask for what would be refused.
-- @query
BEGIN;
INSERT INTO vinsdelux_vdlplotreservation (plot_id, user_id, adoption_plan_id, starts_on, ends_on, status, session_key, created_at)
VALUES (614, 11, NULL, '2026-05-01', '2026-05-14', 'held', 'first', '2025-06-01 09:00:00+00'),
       (614, 13, NULL, '2026-05-15', '2026-05-20', 'held', 'third', '2025-06-01 09:00:00+00');
COMMIT;
