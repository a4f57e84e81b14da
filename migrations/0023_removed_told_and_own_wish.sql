-- A programme that was made by mistake, in which no child ever had a place and no session was held: it is completed on
-- the day of its removal, stays on record, and stands in no list any more.
CREATE TABLE removed_programme (
    school_id     INTEGER NOT NULL,
    programme_id  TEXT    NOT NULL,
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    removed_by    TEXT    NOT NULL,
    removed_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, programme_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programme (school_id, id),
    FOREIGN KEY (school_id, removed_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- When who wrote a concern said that they have read why it was not taken up. What was decided before now was written
-- for other readers, and is told to nobody anew.
ALTER TABLE concern ADD COLUMN decision_read_at BIGINT;
UPDATE concern
   SET decision_read_at = (SELECT n.closed_at FROM nurture_case n
                            WHERE n.school_id = concern.school_id AND n.id = concern.case_id);

-- A place may end because the child does not want to go on.
-- only sqlite
-- A CHECK that admits more leaves every row as it is; SQLite's manual gives this way for it (lang_altertable, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '''moved_programme'', ''allocation_undone''',
                          '''moved_programme'', ''allocation_undone'', ''own_wish''')
 WHERE type = 'table' AND name = 'place';
PRAGMA writable_schema = RESET;

CREATE TRIGGER removal_needs_an_unused_programme BEFORE INSERT ON removed_programme
WHEN EXISTS (SELECT 1 FROM place p WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id)
  OR EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.programme_id AND s.outcome = 'delivered')
  OR EXISTS (SELECT 1 FROM programme g
              WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'programme_was_used'); END;
CREATE TRIGGER removal_is_never_changed BEFORE UPDATE ON removed_programme
BEGIN SELECT RAISE(ABORT, 'removal_stands'); END;
CREATE TRIGGER removal_is_never_deleted BEFORE DELETE ON removed_programme
BEGIN SELECT RAISE(ABORT, 'removal_stands'); END;
CREATE TRIGGER removed_programme_stays_completed BEFORE UPDATE OF completed_on ON programme
WHEN NEW.completed_on IS NULL
 AND EXISTS (SELECT 1 FROM removed_programme r WHERE r.school_id = OLD.school_id AND r.programme_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'removal_stands'); END;

-- only postgresql
ALTER TABLE place DROP CONSTRAINT place_end_reason_check;
ALTER TABLE place ADD CONSTRAINT place_end_reason_check
    CHECK (end_reason IN ('completed', 'consent_withdrawn', 'left_school', 'no_longer_needed', 'moved_programme',
                          'allocation_undone', 'own_wish'));

-- The programme is held, as a place of the same second holds it, so that one waits for the other.
CREATE FUNCTION guard_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM place p WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id)
       OR EXISTS (SELECT 1 FROM session s
                   WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.programme_id
                     AND s.outcome = 'delivered')
       OR EXISTS (SELECT 1 FROM programme g
                   WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NULL) THEN
        RAISE EXCEPTION 'programme_was_used' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_removal BEFORE INSERT ON removed_programme
    FOR EACH ROW EXECUTE FUNCTION guard_removal();
CREATE TRIGGER removal_is_never_changed BEFORE UPDATE OR DELETE ON removed_programme
    FOR EACH ROW EXECUTE FUNCTION refuse('removal_stands');
CREATE FUNCTION removed_programme_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM removed_programme r WHERE r.school_id = OLD.school_id AND r.programme_id = OLD.id) THEN
        RAISE EXCEPTION 'removal_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER removed_programme_stays BEFORE UPDATE OF completed_on ON programme
    FOR EACH ROW WHEN (NEW.completed_on IS NULL) EXECUTE FUNCTION removed_programme_stays();
