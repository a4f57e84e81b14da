-- What a child said in confidence is given to nobody but the child, by the adult to whom it was said (N2, V5): that it was, on
-- which day; or why it can't be, such as that they have left. So is a sentence at the end of a session that the child kept between
-- the two (N3). A request of the child's own is not over before.
CREATE TABLE confided_given (
    school_id   INTEGER NOT NULL,
    request_id  TEXT    NOT NULL,
    staff_id    TEXT    NOT NULL,
    given_on    TEXT,
    why_not     TEXT    NOT NULL DEFAULT '',
    made_by     TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    CONSTRAINT given_or_why_not CHECK ((given_on IS NULL) = (why_not <> '')),
    CONSTRAINT given_by_whom_it_was_said_to CHECK (given_on IS NULL OR made_by = staff_id),
    PRIMARY KEY (school_id, request_id, staff_id),
    FOREIGN KEY (school_id, request_id) REFERENCES data_request (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER confided_given_is_never_changed BEFORE UPDATE ON confided_given
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER confided_given_is_never_deleted BEFORE DELETE ON confided_given
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER child_has_what_was_confided BEFORE UPDATE OF given_at ON data_request
WHEN NEW.given_at IS NOT NULL AND OLD.about = 'child' AND OLD.asked_as = 'themselves'
 AND EXISTS (SELECT 1
               FROM evaluation e
               JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
               JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
              WHERE e.school_id = OLD.school_id AND e.pupil_id = OLD.pupil_id
                AND (e.confidence <> '' OR e.own_words <> '' AND e.voice_for = 'only_here')
                AND NOT EXISTS (SELECT 1 FROM confided_given c
                                 WHERE c.school_id = OLD.school_id AND c.request_id = OLD.id
                                   AND c.staff_id = coalesce(s.deliverer_id, g.deliverer_id)))
BEGIN SELECT RAISE(ABORT, 'confided_waits'); END;

-- only postgresql
CREATE TRIGGER confided_given_stands BEFORE UPDATE OR DELETE ON confided_given
    FOR EACH ROW EXECUTE FUNCTION refuse('request_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON confided_given
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE FUNCTION child_has_what_was_confided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.given_at IS NOT NULL AND OLD.about = 'child' AND OLD.asked_as = 'themselves'
       AND EXISTS (SELECT 1
                     FROM evaluation e
                     JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
                     JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
                    WHERE e.school_id = OLD.school_id AND e.pupil_id = OLD.pupil_id
                      AND (e.confidence <> '' OR e.own_words <> '' AND e.voice_for = 'only_here')
                      AND NOT EXISTS (SELECT 1 FROM confided_given c
                                       WHERE c.school_id = OLD.school_id AND c.request_id = OLD.id
                                         AND c.staff_id = coalesce(s.deliverer_id, g.deliverer_id))) THEN
        RAISE EXCEPTION 'confided_waits' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER child_has_what_was_confided BEFORE UPDATE OF given_at ON data_request
    FOR EACH ROW EXECUTE FUNCTION child_has_what_was_confided();
-- both
