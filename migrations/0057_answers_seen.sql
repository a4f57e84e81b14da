-- Whoever asked about a child says that the answer was seen; until then it stands on their Today (G11). Until now an answer
-- left after three days.
ALTER TABLE question ADD COLUMN answer_seen_at BIGINT CHECK (answer_seen_at IS NULL OR answered_at IS NOT NULL);

-- only sqlite
UPDATE question SET answer_seen_at = answered_at
 WHERE answered_at < (CAST(strftime('%s', 'now') AS INTEGER) - 3 * 86400) * 1000;
CREATE TRIGGER answer_stays_seen BEFORE UPDATE OF answer_seen_at ON question
WHEN OLD.answer_seen_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'answer_stays_seen'); END;

-- only postgresql
UPDATE question SET answer_seen_at = answered_at
 WHERE answered_at < (extract(epoch FROM now())::bigint - 3 * 86400) * 1000;
CREATE TRIGGER answer_stays_seen BEFORE UPDATE OF answer_seen_at ON question
    FOR EACH ROW WHEN (OLD.answer_seen_at IS NOT NULL) EXECUTE FUNCTION refuse('answer_stays_seen');
-- both
