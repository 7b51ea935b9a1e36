-- @probe the flag with every sort of value, nested, and as a value
UPDATE crush_lu_journeyprogress SET metadata = (ARRAY[
  '{"beta_flag": false}', '{"beta_flag": null}', '{"beta_flag": {"since": 2024}}', '{"flags": {"beta_flag": true}}', '{"flag": "beta_flag"}', '["beta_flag"]', '"beta_flag"', '{"BETA_FLAG": true}', '{}'
])[1 + id % 9]::jsonb WHERE id <= 900;
-- @probe the flag is gone
UPDATE crush_lu_journeyprogress SET metadata = metadata - 'beta_flag' WHERE metadata ? 'beta_flag';
