-- A HubSpot account that installed the app. A row is whole or not there: tokens are never stored without each other.
CREATE TABLE accounts (
  account_id bigint PRIMARY KEY,
  -- Access and refresh token in one AES-256-GCM text (see token-cipher.ts), and the id of the key it takes to read it.
  tokens text NOT NULL,
  key_id text NOT NULL,
  scopes text[] NOT NULL,
  -- When the access token stops working.
  expires_at timestamptz NOT NULL,
  installed_at timestamptz NOT NULL,
  renewed_at timestamptz NOT NULL
);
CREATE INDEX accounts_renewed_at ON accounts (renewed_at);

-- When the latest calls to HubSpot started, in milliseconds, for limits that all instances keep together. It matters
-- for ten seconds, so it need not survive a crash of the database.
CREATE UNLOGGED TABLE call_windows (
  account_id bigint,
  kind text,
  calls bigint[] NOT NULL,
  -- What the last one who asked was told to wait.
  wait_ms bigint NOT NULL,
  PRIMARY KEY (account_id, kind)
) WITH (fillfactor = 50);
