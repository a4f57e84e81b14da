-- What a child says at the end of a session (N3): a face, a sentence in their own words, and for whom they say it. It stays with
-- the adult there unless the child says that those who help may see it. Of a face from before there was a choice `voice_for` is
-- empty: those children were told that the adults who help them see it, and it stands as they were told.
ALTER TABLE evaluation ADD COLUMN own_words TEXT NOT NULL DEFAULT '';
ALTER TABLE evaluation ADD COLUMN voice_for TEXT CHECK (voice_for IN ('only_here', 'helpers'));

-- only sqlite
-- A story reads for whom it was said from the index that it reads the face from.
DROP INDEX evaluation_of_place;
CREATE INDEX evaluation_of_place ON evaluation (school_id, place_id, writing, session_id, id, attended, why_absent,
                                                feeling, noticed, next_time, voice_for, own_words);
CREATE TRIGGER voice_says_for_whom BEFORE INSERT ON evaluation
WHEN NEW.voice_for IS NULL AND (NEW.feeling IS NOT NULL OR NEW.own_words <> '')
BEGIN SELECT RAISE(ABORT, 'voice_says_for_whom'); END;
CREATE TRIGGER voice_still_says_for_whom BEFORE UPDATE OF feeling, own_words, voice_for ON evaluation
WHEN NEW.voice_for IS NULL
 AND (NEW.own_words <> '' OR NEW.feeling IS NOT NULL AND (NEW.feeling IS NOT OLD.feeling OR OLD.voice_for IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'voice_says_for_whom'); END;
-- A sentence of the child's own is no face alone: it keeps its session, as whatever else is written does (0037).
DROP TRIGGER evaluation_is_not_taken_back;
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
WHEN OLD.noticed <> '' OR OLD.next_time <> '' OR OLD.confidence <> '' OR OLD.own_words <> ''
  OR OLD.writing = 'written' AND (OLD.attended = 1 OR OLD.version > 1)
BEGIN SELECT RAISE(ABORT, 'evaluation_stands'); END;

-- only postgresql
CREATE TRIGGER voice_says_for_whom BEFORE INSERT ON evaluation
    FOR EACH ROW WHEN (NEW.voice_for IS NULL AND (NEW.feeling IS NOT NULL OR NEW.own_words <> ''))
    EXECUTE FUNCTION refuse('voice_says_for_whom');
CREATE TRIGGER voice_still_says_for_whom BEFORE UPDATE OF feeling, own_words, voice_for ON evaluation
    FOR EACH ROW WHEN (NEW.voice_for IS NULL
                       AND (NEW.own_words <> '' OR NEW.feeling IS NOT NULL
                            AND (NEW.feeling IS DISTINCT FROM OLD.feeling OR OLD.voice_for IS NOT NULL)))
    EXECUTE FUNCTION refuse('voice_says_for_whom');
-- A sentence of the child's own is no face alone: it keeps its session, as whatever else is written does (0037).
DROP TRIGGER evaluation_is_not_taken_back ON evaluation;
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
    FOR EACH ROW WHEN (OLD.noticed <> '' OR OLD.next_time <> '' OR OLD.confidence <> '' OR OLD.own_words <> ''
                       OR OLD.writing = 'written' AND (OLD.attended = 1 OR OLD.version > 1))
    EXECUTE FUNCTION refuse('evaluation_stands');
-- both
