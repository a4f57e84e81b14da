-- A programme is completed once nothing of it is planned any more, and from then on its sessions stand as they were
-- recorded (G5); what is still to be written about a child of a session that was held can be written.

-- The same words from the same page lead where they led, also after other words were sent from it. Rows are of use for
-- days, so those of the older shape go.
DROP TABLE submission;
CREATE TABLE submission (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    said       TEXT    NOT NULL,
    location   TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id, said)
) WITHOUT ROWID;

-- Why a child was not there at a session that was not held because nobody came. A session that was held keeps this with
-- the child's evaluation.
CREATE TABLE absence (
    school_id   INTEGER NOT NULL,
    session_id  TEXT    NOT NULL,
    place_id    TEXT    NOT NULL,
    why_absent  TEXT    NOT NULL CHECK (why_absent IN ('ill', 'away', 'chose_not_to', 'kept_in_class',
                                                       'something_else')),
    noted_by    TEXT    NOT NULL,
    noted_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, session_id, place_id),
    FOREIGN KEY (school_id, session_id) REFERENCES session (school_id, id),
    FOREIGN KEY (school_id, place_id) REFERENCES place (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- A target that was not seen in a session has its row, and no rating (G4).
-- only sqlite
-- A column that may be empty leaves every row as it is; SQLite's manual gives this way for it (lang_altertable, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, 'INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10)', 'INTEGER CHECK (rating BETWEEN 0 AND 10)')
 WHERE type = 'table' AND name = 'target_rating';
PRAGMA writable_schema = RESET;

CREATE TRIGGER completed_with_nothing_planned BEFORE UPDATE OF completed_on ON programme
WHEN OLD.completed_on IS NULL AND NEW.completed_on IS NOT NULL
 AND EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.id AND s.outcome = 'planned')
BEGIN SELECT RAISE(ABORT, 'sessions_still_planned'); END;
CREATE TRIGGER session_arrives_before_completion BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM programme g
              WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'programme_completed'); END;
CREATE TRIGGER session_stands_once_completed BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN (NEW.outcome <> OLD.outcome OR NEW.held_on IS NOT OLD.held_on OR NEW.programme_id <> OLD.programme_id)
 AND EXISTS (SELECT 1 FROM programme g
              WHERE g.school_id = NEW.school_id AND g.id IN (OLD.programme_id, NEW.programme_id)
                AND g.completed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'programme_completed'); END;

-- only postgresql
ALTER TABLE target_rating ALTER COLUMN rating DROP NOT NULL;

-- Who completes reads the sessions, and who records one reads the programme. Of two who do so at once, each reads what
-- the other writes, so a serializable transaction lets one of them through.
CREATE FUNCTION completed_with_nothing_planned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM session s
                WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.id AND s.outcome = 'planned') THEN
        RAISE EXCEPTION 'sessions_still_planned' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER completed_with_nothing_planned BEFORE UPDATE OF completed_on ON programme
    FOR EACH ROW WHEN (OLD.completed_on IS NULL AND NEW.completed_on IS NOT NULL)
    EXECUTE FUNCTION completed_with_nothing_planned();
CREATE FUNCTION session_stands_once_completed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.outcome = OLD.outcome AND NEW.held_on IS NOT DISTINCT FROM OLD.held_on
           AND NEW.programme_id = OLD.programme_id THEN
            RETURN NEW;
        END IF;
        IF EXISTS (SELECT 1 FROM programme g
                    WHERE g.school_id = OLD.school_id AND g.id = OLD.programme_id
                      AND g.completed_on IS NOT NULL) THEN
            RAISE EXCEPTION 'programme_completed' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM programme g
                WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL) THEN
        RAISE EXCEPTION 'programme_completed' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER session_stands_once_completed BEFORE INSERT OR UPDATE OF outcome, held_on, programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION session_stands_once_completed();
-- both
