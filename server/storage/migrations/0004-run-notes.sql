-- The note that a person wants about the latest work of a run, and then what became of it. It holds no name; the address of
-- the person is encrypted (see token-cipher.ts), and gone once nothing is left to write.
ALTER TABLE runs ADD COLUMN note jsonb;
