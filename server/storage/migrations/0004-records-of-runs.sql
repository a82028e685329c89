-- The records that the lines of a run start from: its own, and others of the same type. Each of them lists the run.
ALTER TABLE runs ADD COLUMN records bigint[] NOT NULL DEFAULT '{}';
UPDATE runs SET records = ARRAY[record_id] || ARRAY(
  SELECT DISTINCT (line ->> 'from')::bigint FROM run_parts, jsonb_array_elements(lines) AS line
  WHERE run_parts.run_id = runs.run_id AND line ? 'from' AND line ->> 'from' <> record_id::text);
CREATE INDEX runs_by_records ON runs USING gin (records);
ALTER TABLE run_parts DROP COLUMN has_others;
