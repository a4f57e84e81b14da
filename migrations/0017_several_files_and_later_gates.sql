-- An import's files as they were uploaded, until it ends. Several are joined by the ids in them.
CREATE TABLE import_file (
    school_id  INTEGER NOT NULL,
    import_id  TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    bytes      BYTES   NOT NULL,
    PRIMARY KEY (school_id, import_id, number),
    FOREIGN KEY (school_id, import_id) REFERENCES import (school_id, id)
);
INSERT INTO import_file (school_id, import_id, number, name, bytes)
SELECT school_id, id, 1, file_name, file FROM import WHERE state IN ('columns', 'review');
ALTER TABLE import DROP COLUMN file;

-- What rules alone refused: a place in a programme that was completed or for a case that was closed, a start before the
-- allocation (R1), and a session held by somebody who is neither its deliverer nor stands in (P2).

-- only sqlite
CREATE TRIGGER place_in_what_goes_on BEFORE INSERT ON place
BEGIN
    SELECT RAISE(ABORT, 'programme_completed') FROM programme g
     WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL;
    SELECT RAISE(ABORT, 'case_closed') FROM nurture_case n
     WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL;
END;
CREATE TRIGGER start_follows_the_allocation BEFORE INSERT ON step
WHEN NEW.step = 'start' AND NEW.undone_at IS NULL
 AND NOT EXISTS (SELECT 1 FROM step s WHERE s.school_id = NEW.school_id AND s.case_id = NEW.case_id
                                        AND s.step = 'allocation' AND s.undone_at IS NULL)
 AND NOT EXISTS (SELECT 1 FROM place p
                  WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'start_without_allocation'); END;
CREATE TRIGGER stranger_delivers_nothing_on_arrival BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND NEW.delivered_by IS NOT NEW.stand_in_id
 AND NEW.delivered_by <> coalesce(NEW.deliverer_id, (SELECT g.deliverer_id FROM programme g
                           WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id))
BEGIN SELECT RAISE(ABORT, 'delivered_by_a_stranger'); END;
CREATE TRIGGER stranger_delivers_nothing BEFORE UPDATE OF outcome, delivered_by ON session
WHEN NEW.outcome = 'delivered' AND (OLD.outcome <> 'delivered' OR OLD.delivered_by <> NEW.delivered_by)
 AND NEW.delivered_by IS NOT NEW.stand_in_id
 AND NEW.delivered_by <> coalesce(NEW.deliverer_id, (SELECT g.deliverer_id FROM programme g
                           WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id))
BEGIN SELECT RAISE(ABORT, 'delivered_by_a_stranger'); END;

-- only postgresql
-- The programme and then the case are held, as guard_place holds them, so that a completion or a closing of the same
-- second waits or is waited for.
CREATE FUNCTION place_in_what_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR UPDATE;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM programme g
                WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL) THEN
        RAISE EXCEPTION 'programme_completed' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM nurture_case n
                WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'case_closed' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_in_what_goes_on BEFORE INSERT ON place
    FOR EACH ROW EXECUTE FUNCTION place_in_what_goes_on();

CREATE FUNCTION start_follows_the_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM step s WHERE s.school_id = NEW.school_id AND s.case_id = NEW.case_id
                                          AND s.step = 'allocation' AND s.undone_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM place p
                        WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL) THEN
        RAISE EXCEPTION 'start_without_allocation' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER start_follows_the_allocation BEFORE INSERT ON step
    FOR EACH ROW WHEN (NEW.step = 'start' AND NEW.undone_at IS NULL)
    EXECUTE FUNCTION start_follows_the_allocation();

CREATE FUNCTION stranger_delivers_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome <> 'delivered' OR NEW.delivered_by IS NOT DISTINCT FROM NEW.stand_in_id THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'delivered' AND OLD.delivered_by = NEW.delivered_by THEN RETURN NEW; END IF;
    END IF;
    PERFORM 1 FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR SHARE;
    IF NEW.delivered_by <> coalesce(NEW.deliverer_id, (SELECT g.deliverer_id FROM programme g
                             WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)) THEN
        RAISE EXCEPTION 'delivered_by_a_stranger' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stranger_delivers_nothing BEFORE INSERT OR UPDATE OF outcome, delivered_by ON session
    FOR EACH ROW EXECUTE FUNCTION stranger_delivers_nothing();

-- both

-- The sheet of a letter on paper without the parent's own link: it takes the place of the other a week after it was made
-- to be printed. Who reads the store then can't answer for a parent. A letter by e-mail never has the link on its sheet.
ALTER TABLE letter ADD COLUMN kept_pdf BYTES;
