-- A face that the child chose is no writing about the child: where nothing was written to it, it goes with a session that
-- was recorded by mistake, as a plain absence does. The session goes after it, since that a child was there keeps it.

-- only sqlite
DROP TRIGGER evaluation_is_not_taken_back;
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
WHEN OLD.noticed <> '' OR OLD.next_time <> '' OR OLD.confidence <> ''
  OR OLD.writing = 'written' AND (OLD.attended = 1 OR OLD.version > 1)
BEGIN SELECT RAISE(ABORT, 'evaluation_stands'); END;

-- only postgresql
DROP TRIGGER evaluation_is_not_taken_back ON evaluation;
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
    FOR EACH ROW WHEN (OLD.noticed <> '' OR OLD.next_time <> '' OR OLD.confidence <> ''
                       OR OLD.writing = 'written' AND (OLD.attended = 1 OR OLD.version > 1))
    EXECUTE FUNCTION refuse('evaluation_stands');
-- both
