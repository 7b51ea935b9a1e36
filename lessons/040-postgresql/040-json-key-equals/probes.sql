-- @probe no text, no key, no object
UPDATE crush_lu_journeyprogress SET metadata = (ARRAY[
  '{"last_active": null}', '{"last_active": 20240818}', '{"last_active": "2024-08-18 "}', '{"last_active": ["2024-08-18"]}', '{"device": "2024-08-18"}', '{}', '[]', '{"journey": {"last_active": "2024-08-18"}}', '{"last_active": "2024-08-18", "device": null}', '{"last_active": "2024-08-18"}'
])[1 + id % 10]::jsonb WHERE id <= 900;
-- @probe nobody was active
UPDATE crush_lu_journeyprogress SET metadata = metadata - 'last_active' WHERE metadata ->> 'last_active' < '2024-09-01';
