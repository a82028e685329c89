-- Who may use the app in an account. An account without a row is open to everyone who sees the card.
CREATE TABLE access (
  account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
  -- everyone, named, admins
  allowed text NOT NULL,
  -- Whom people should ask, in the words of an admin.
  ask text NOT NULL DEFAULT ''
);

-- The admins of the app in an account, and the people who are named as its users.
CREATE TABLE people (
  person_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  -- HubSpot's id of the user. Absent for a person who was named by an address and has not used the card since.
  user_id bigint,
  -- A MAC of that address, until the person uses the card. The address itself is not stored.
  email_mac text,
  -- The first letter and the domain of that address, by which admins recognize the person.
  hint text,
  -- admin, user
  role text NOT NULL,
  UNIQUE (account_id, user_id),
  UNIQUE (account_id, email_mac)
);

-- Links to the page for admins that were not opened yet. Each opens once.
CREATE TABLE admin_links (
  -- The SHA-256 of the secret in the link.
  link_hash text PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
  user_id bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
