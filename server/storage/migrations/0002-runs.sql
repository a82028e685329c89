-- A run over many pairs that the back end carries out by itself. It holds ids and outcomes: no name and no address.
CREATE TABLE runs (
  run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  -- HubSpot's id of the user who started it, and the key by which a repeated start is known.
  user_id bigint NOT NULL,
  key text NOT NULL,
  object_type text NOT NULL,
  record_id bigint NOT NULL,
  -- The records that its lines start from: its own, and others of the same type. Each of them lists the run.
  records bigint[] NOT NULL,
  to_object_type text NOT NULL,
  operation jsonb NOT NULL,
  total integer NOT NULL,
  -- receiving, run, after (HubSpot's own changes are read), undo, ended
  stage text NOT NULL DEFAULT 'receiving',
  phase text NOT NULL DEFAULT 'run',
  revision integer NOT NULL DEFAULT 0,
  -- The outcomes of the lines that this revision sends, where it is not an undo.
  selection text[] NOT NULL DEFAULT '{not_sent}',
  stopped boolean NOT NULL DEFAULT false,
  -- Whether it is deleted as soon as it has stopped. It is shown to nobody any more.
  doomed boolean NOT NULL DEFAULT false,
  was_undone boolean NOT NULL DEFAULT false,
  -- Why it waits, or why it ended early.
  error jsonb,
  -- The note that a person wants about the latest work, and then what became of it. It holds no name; the address of the
  -- person is encrypted (see token-cipher.ts), and gone once nothing is left to write.
  note jsonb,
  -- How many lines have each outcome, have each outcome of an undo, and can be undone.
  outcomes jsonb NOT NULL DEFAULT '{}',
  undone jsonb NOT NULL DEFAULT '{}',
  undoable integer NOT NULL DEFAULT 0,
  work_total integer NOT NULL DEFAULT 0,
  work_settled integer NOT NULL DEFAULT 0,
  -- The part before which all work of this revision is done.
  reached integer NOT NULL DEFAULT 0,
  -- The positions of the lines that are being sent. Present at the begin of a turn if an instance crashed in the one before.
  flight integer[],
  failures integer NOT NULL DEFAULT 0,
  retry_at timestamptz,
  served_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  work_began_at timestamptz,
  ended_at timestamptz,
  UNIQUE (account_id, user_id, key)
);
CREATE INDEX runs_by_records ON runs USING gin (records);
CREATE INDEX open_runs ON runs (account_id) WHERE stage IN ('run', 'after', 'undo');
CREATE INDEX runs_by_end ON runs (ended_at);

-- Up to 1,000 consecutive lines of a run in one row: a turn reads and writes whole rows.
CREATE TABLE run_parts (
  run_id bigint NOT NULL REFERENCES runs ON DELETE CASCADE,
  -- The position of its first line.
  position integer NOT NULL,
  size integer NOT NULL,
  lines jsonb NOT NULL,
  -- As in runs, of these lines. An outcome that no line has is not a key.
  outcomes jsonb NOT NULL,
  undone jsonb NOT NULL DEFAULT '{}',
  undoable integer NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, position)
);

-- Whose turn it is: the runs of an account are worked on by one instance at a time, one turn after another.
CREATE TABLE run_turns (
  account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  -- When the account is due. Of those that are, the one without a turn for the longest time comes first.
  due_at timestamptz NOT NULL,
  -- When its last turn began.
  served_at timestamptz,
  -- Grows with every turn. What an instance writes and sends needs the number of its turn.
  fence bigint NOT NULL DEFAULT 0,
  -- An instance that works extends its lease. One that crashed does not.
  lease_until timestamptz
) WITH (fillfactor = 50);
CREATE INDEX run_turns_due ON run_turns (due_at);
