-- Whom the register of a session that was held listed, from when it was taken: a place that ends later on that day takes
-- nobody from it, and one that is given later puts nobody on it (G4, G5).
CREATE TABLE register_line (
    school_id   INTEGER NOT NULL,
    session_id  TEXT    NOT NULL,
    place_id    TEXT    NOT NULL,
    PRIMARY KEY (school_id, session_id, place_id),
    FOREIGN KEY (school_id, session_id) REFERENCES session (school_id, id),
    FOREIGN KEY (school_id, place_id) REFERENCES place (school_id, id)
) WITHOUT ROWID;
CREATE INDEX register_line_of_place ON register_line (school_id, place_id);
INSERT INTO register_line (school_id, session_id, place_id)
SELECT s.school_id, s.id, y.place_id
  FROM session s
  JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
 WHERE s.outcome = 'delivered'
   AND (y.from_on <= s.held_on
            AND (y.ended_on IS NULL OR y.ended_on > s.held_on OR y.ended_on = s.held_on AND y.last_day_counts = 1)
        OR EXISTS (SELECT 1 FROM evaluation e
                    WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = y.place_id));

-- Who of a register can be written up: the children who had started, unless consent was withdrawn on that very day.
CREATE VIEW register_to_write AS
SELECT l.school_id, l.session_id, l.place_id, p.pupil_id
  FROM register_line l
  JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
  JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
  JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL
             AND t.taken_on <= s.held_on
 WHERE p.ended_on IS NULL OR p.ended_on <> s.held_on OR p.end_reason <> 'consent_withdrawn';

-- only sqlite
CREATE TRIGGER register_is_taken_on_arrival AFTER INSERT ON session
WHEN NEW.outcome = 'delivered'
BEGIN
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT NEW.school_id, NEW.id, y.place_id FROM stay y
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1);
END;
CREATE TRIGGER register_is_taken AFTER UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome <> OLD.outcome OR NEW.held_on IS NOT OLD.held_on OR NEW.programme_id <> OLD.programme_id
BEGIN
    DELETE FROM register_line WHERE school_id = NEW.school_id AND session_id = NEW.id;
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT NEW.school_id, NEW.id, y.place_id FROM stay y
     WHERE NEW.outcome = 'delivered' AND y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1);
END;

DROP TRIGGER evaluation_needs_consent;
CREATE TRIGGER evaluation_needs_consent BEFORE INSERT ON evaluation
WHEN NEW.attended = 1
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
           AND p.id = NEW.place_id
         GROUP BY v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id AND v.form = g.form
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND p.id = NEW.place_id);
    SELECT RAISE(ABORT, 'not_on_the_register') WHERE NOT EXISTS (
        SELECT 1
          FROM register_line l
          JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
          JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
         WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id = NEW.place_id
           AND (p.ended_on IS NULL OR p.ended_on <> s.held_on OR p.end_reason <> 'consent_withdrawn'));
    SELECT RAISE(ABORT, 'child_not_started')
      FROM session s JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND y.place_id = NEW.place_id
       AND (y.started_on IS NULL OR y.started_on > s.held_on);
    SELECT RAISE(ABORT, 'child_twice_in_a_session')
      FROM evaluation e
     WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.pupil_id = NEW.pupil_id
       AND e.attended = 1 AND e.id <> NEW.id;
    SELECT RAISE(ABORT, 'more_children_than_places')
      FROM session s JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id
       AND (SELECT count(*) FROM evaluation e
             WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.attended = 1 AND e.id <> NEW.id)
           >= g.places;
END;

DROP TRIGGER evaluation_still_needs_consent;
CREATE TRIGGER evaluation_still_needs_consent BEFORE UPDATE OF attended ON evaluation
WHEN NEW.attended = 1 AND OLD.attended = 0
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
           AND p.id = NEW.place_id
         GROUP BY v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id AND v.form = g.form
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND p.id = NEW.place_id);
    SELECT RAISE(ABORT, 'not_on_the_register') WHERE NOT EXISTS (
        SELECT 1
          FROM register_line l
          JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
          JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
         WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id = NEW.place_id
           AND (p.ended_on IS NULL OR p.ended_on <> s.held_on OR p.end_reason <> 'consent_withdrawn'));
    SELECT RAISE(ABORT, 'child_not_started')
      FROM session s JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND y.place_id = NEW.place_id
       AND (y.started_on IS NULL OR y.started_on > s.held_on);
    SELECT RAISE(ABORT, 'child_twice_in_a_session')
      FROM evaluation e
     WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.pupil_id = NEW.pupil_id
       AND e.attended = 1 AND e.id <> NEW.id;
    SELECT RAISE(ABORT, 'more_children_than_places')
      FROM session s JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id
       AND (SELECT count(*) FROM evaluation e
             WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.attended = 1 AND e.id <> NEW.id)
           >= g.places;
END;

-- Once a child who had started stood on a register, the place goes on or is ended; that it began is not taken back (R1).
CREATE TRIGGER start_stands_once_recorded BEFORE UPDATE OF undone_at ON step
WHEN NEW.undone_at IS NOT NULL AND OLD.undone_at IS NULL AND NEW.step IN ('start', 'allocation')
 AND EXISTS (SELECT 1 FROM place p
              JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL
              JOIN register_line l ON l.school_id = p.school_id AND l.place_id = p.id
              JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id AND s.held_on >= t.taken_on
              WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'session_recorded'); END;

-- only postgresql
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON register_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE FUNCTION start_stands_once_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL
                 JOIN register_line l ON l.school_id = p.school_id AND l.place_id = p.id
                 JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id AND s.held_on >= t.taken_on
                WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL) THEN
        RAISE EXCEPTION 'session_recorded' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER start_stands_once_recorded BEFORE UPDATE OF undone_at ON step
    FOR EACH ROW
    WHEN (NEW.undone_at IS NOT NULL AND OLD.undone_at IS NULL AND NEW.step IN ('start', 'allocation'))
    EXECUTE FUNCTION start_stands_once_recorded();

CREATE FUNCTION register_is_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.outcome = OLD.outcome AND NEW.held_on IS NOT DISTINCT FROM OLD.held_on
           AND NEW.programme_id = OLD.programme_id THEN
            RETURN NULL;
        END IF;
        DELETE FROM register_line WHERE school_id = NEW.school_id AND session_id = NEW.id;
    END IF;
    IF NEW.outcome <> 'delivered' THEN RETURN NULL; END IF;
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT NEW.school_id, NEW.id, y.place_id FROM stay y
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1);
    RETURN NULL;
END $$;
CREATE TRIGGER register_is_taken AFTER INSERT OR UPDATE OF outcome, held_on, programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION register_is_taken();

CREATE OR REPLACE FUNCTION guard_evaluation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_session session%ROWTYPE;
    the_stay stay%ROWTYPE;
BEGIN
    IF NEW.attended = 0 THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.attended = 1 THEN RETURN NEW; END IF;
    END IF;
    SELECT * INTO the_session FROM session
     WHERE school_id = NEW.school_id AND id = NEW.session_id AND outcome = 'delivered';
    SELECT * INTO the_stay FROM stay
     WHERE school_id = NEW.school_id AND place_id = NEW.place_id AND programme_id = the_session.programme_id;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = the_stay.case_id FOR UPDATE;
    IF the_stay.case_id IS NULL
       OR NOT consent_in_force(NEW.school_id, the_stay.case_id, the_session.held_on) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM register_line l JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
                    WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id
                      AND l.place_id = NEW.place_id
                      AND (p.ended_on IS NULL OR p.ended_on <> the_session.held_on
                           OR p.end_reason <> 'consent_withdrawn')) THEN
        RAISE EXCEPTION 'not_on_the_register' USING ERRCODE = '23W01';
    END IF;
    IF the_stay.started_on IS NULL OR the_stay.started_on > the_session.held_on THEN
        RAISE EXCEPTION 'child_not_started' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM evaluation e
                WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.pupil_id = NEW.pupil_id
                  AND e.attended = 1 AND e.id <> NEW.id) THEN
        RAISE EXCEPTION 'child_twice_in_a_session' USING ERRCODE = '23W01';
    END IF;
    IF (SELECT count(*) FROM evaluation e
         WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.attended = 1 AND e.id <> NEW.id)
       >= (SELECT g.places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = the_session.programme_id) THEN
        RAISE EXCEPTION 'more_children_than_places' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- both
