-- When the last turn of an account began. Of the accounts that are due, the one without a turn for the longest time comes first.
ALTER TABLE run_turns ADD COLUMN served_at timestamptz;
