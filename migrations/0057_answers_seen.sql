-- Whoever asked about a child says that the answer was seen; until then it stands on their Today (G11). What was answered
-- before has had its days there.
ALTER TABLE question ADD COLUMN answer_seen_at BIGINT CHECK (answer_seen_at IS NULL OR answered_at IS NOT NULL);
UPDATE question SET answer_seen_at = answered_at WHERE answered_at IS NOT NULL;
