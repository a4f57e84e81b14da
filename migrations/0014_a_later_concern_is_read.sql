-- A concern that joins a case already referred: when the SENCo said that they have read it, and who. The first concerns
-- of a case need no such word: the referral and the discussion rest on them.
ALTER TABLE concern ADD COLUMN read_at BIGINT;
ALTER TABLE concern ADD COLUMN read_by TEXT;
