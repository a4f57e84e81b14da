-- A register lists for a session the children alone who had started by then, and for whom consent to its form of support was
-- in force on that day (C2): no other child is told as having come, or asked for in writing (G4, G5). Who starts later on the
-- day was on no register that was taken before.
-- only sqlite
CREATE VIEW on_the_register AS
SELECT s.school_id, s.id AS session_id, y.place_id
  FROM session s
  JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
  JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
 WHERE s.outcome = 'delivered' AND y.from_on <= s.held_on AND y.started_on <= s.held_on
   AND (y.ended_on IS NULL OR y.ended_on > s.held_on OR y.ended_on = s.held_on AND y.last_day_counts = 1)
   AND 1 = (SELECT min(v.agrees) FROM consent_voice v
             WHERE v.school_id = y.school_id AND v.case_id = y.case_id AND v.form = g.form
               AND v.from_on <= s.held_on AND s.held_on < v.until_on);
DROP TRIGGER line_is_never_deleted;
-- only postgresql
CREATE VIEW on_the_register AS
SELECT s.school_id, s.id AS session_id, y.place_id
  FROM session s
  JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
  JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
 WHERE s.outcome = 'delivered' AND y.from_on <= s.held_on AND y.started_on <= s.held_on
   AND (y.ended_on IS NULL OR y.ended_on > s.held_on OR y.ended_on = s.held_on AND y.last_day_counts = 1)
   AND consent_covers(y.school_id, y.case_id, g.form, s.held_on);
DROP TRIGGER line_is_never_deleted ON register_line;
-- both
DELETE FROM register_line
 WHERE NOT EXISTS (SELECT 1 FROM on_the_register r
                    WHERE r.school_id = register_line.school_id AND r.session_id = register_line.session_id
                      AND r.place_id = register_line.place_id)
   AND NOT EXISTS (SELECT 1 FROM evaluation e
                    WHERE e.school_id = register_line.school_id AND e.session_id = register_line.session_id
                      AND e.place_id = register_line.place_id);

-- only sqlite
CREATE TRIGGER line_is_never_deleted BEFORE DELETE ON register_line
WHEN EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = OLD.school_id AND s.id = OLD.session_id AND s.outcome = 'delivered')
BEGIN SELECT RAISE(ABORT, 'register_stands'); END;

DROP TRIGGER line_is_of_the_register;
CREATE TRIGGER line_is_of_the_register BEFORE INSERT ON register_line
WHEN NOT EXISTS (SELECT 1 FROM on_the_register r
                  WHERE r.school_id = NEW.school_id AND r.session_id = NEW.session_id AND r.place_id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'not_on_the_register'); END;

DROP TRIGGER register_is_taken_on_arrival;
CREATE TRIGGER register_is_taken_on_arrival AFTER INSERT ON session
WHEN NEW.outcome = 'delivered'
BEGIN
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT school_id, session_id, place_id FROM on_the_register
     WHERE school_id = NEW.school_id AND session_id = NEW.id;
END;
DROP TRIGGER register_is_taken;
CREATE TRIGGER register_is_taken AFTER UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome <> OLD.outcome OR NEW.held_on IS NOT OLD.held_on OR NEW.programme_id <> OLD.programme_id
BEGIN
    DELETE FROM register_line WHERE school_id = NEW.school_id AND session_id = NEW.id;
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT school_id, session_id, place_id FROM on_the_register
     WHERE school_id = NEW.school_id AND session_id = NEW.id;
END;

-- An absence is told of those on the register alone, and what was written is not turned back to a beginning, which may go.
CREATE TRIGGER absence_is_of_the_register BEFORE INSERT ON evaluation
WHEN NEW.attended = 0
 AND NOT EXISTS (SELECT 1 FROM register_line l
                  WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'not_on_the_register'); END;
CREATE TRIGGER evaluation_stays_written BEFORE UPDATE OF writing ON evaluation
WHEN OLD.writing = 'written' AND NEW.writing <> 'written'
BEGIN SELECT RAISE(ABORT, 'evaluation_stays_written'); END;

-- only postgresql
CREATE FUNCTION absence_is_of_the_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM register_line l
                    WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id
                      AND l.place_id = NEW.place_id) THEN
        RAISE EXCEPTION 'not_on_the_register' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER absence_is_of_the_register BEFORE INSERT ON evaluation
    FOR EACH ROW WHEN (NEW.attended = 0) EXECUTE FUNCTION absence_is_of_the_register();
CREATE TRIGGER evaluation_stays_written BEFORE UPDATE OF writing ON evaluation
    FOR EACH ROW WHEN (OLD.writing = 'written' AND NEW.writing <> 'written')
    EXECUTE FUNCTION refuse('evaluation_stays_written');
CREATE TRIGGER line_is_never_deleted BEFORE DELETE ON register_line
    FOR EACH ROW EXECUTE FUNCTION line_is_never_deleted();

CREATE OR REPLACE FUNCTION line_is_of_the_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM on_the_register r
                    WHERE r.school_id = NEW.school_id AND r.session_id = NEW.session_id AND r.place_id = NEW.place_id) THEN
        RAISE EXCEPTION 'not_on_the_register' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION register_is_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.outcome = OLD.outcome AND NEW.held_on IS NOT DISTINCT FROM OLD.held_on
           AND NEW.programme_id = OLD.programme_id THEN
            RETURN NULL;
        END IF;
        DELETE FROM register_line WHERE school_id = NEW.school_id AND session_id = NEW.id;
    END IF;
    INSERT INTO register_line (school_id, session_id, place_id)
    SELECT school_id, session_id, place_id FROM on_the_register
     WHERE school_id = NEW.school_id AND session_id = NEW.id;
    RETURN NULL;
END $$;

-- What is objected first is the same on both engines: consent, its form, then the register.
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
    IF NOT consent_covers(
        NEW.school_id, the_stay.case_id,
        (SELECT g.form FROM programme g WHERE g.school_id = NEW.school_id AND g.id = the_session.programme_id),
        the_session.held_on) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
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
