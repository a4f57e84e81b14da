-- A register is taken with consent in force (0038). Whoever withdraws later on that day blocks what is to come from that
-- second; what is on record stays (C6). So a child on the register is written up (G4) where consent to the programme's form
-- was in force on the day, or was until somebody objected on that very day; a yes of somebody who has lost their say since (0022)
-- counted when the register was taken. An objection of an earlier day, told of too late, stands against it as before.

-- For each child with a place in the programme of a session that was held, the forms to which consent was in force on its
-- day. An objection of that very day counts for who is not on the register alone.
CREATE VIEW consent_at_session AS
SELECT p.school_id, s.id AS session_id, p.id AS place_id, f.form
  FROM (SELECT 'one_to_one' AS form UNION ALL SELECT 'group') f
  JOIN session s ON s.outcome = 'delivered'
  JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
  LEFT JOIN register_line l ON l.school_id = s.school_id AND l.session_id = s.id AND l.place_id = p.id
 WHERE EXISTS (
           SELECT 1 FROM consent_said a
            WHERE a.school_id = p.school_id AND a.case_id = p.case_id AND a.answered_on <= s.held_on
              AND a.answer = 'given' AND (a.has_a_say = 1 OR l.place_id IS NOT NULL)
              AND (a.expires_on IS NULL OR a.expires_on >= s.held_on)
              AND (a.form IS NULL OR a.form = f.form)
              AND NOT EXISTS (
                      SELECT 1 FROM consent_answer b
                       WHERE b.school_id = a.school_id AND b.case_id = a.case_id AND b.contact_id = a.contact_id
                         AND (b.answered_on < s.held_on
                              OR b.answered_on = s.held_on AND (l.place_id IS NULL OR b.answer = 'given'))
                         AND (b.answer = 'withdrawn' OR b.form IS NULL OR b.form = f.form)
                         AND (b.answered_on > a.answered_on
                              OR b.answered_on = a.answered_on AND b.number > a.number)))
   AND NOT EXISTS (
           SELECT 1 FROM consent_answer a
            WHERE a.school_id = p.school_id AND a.case_id = p.case_id
              AND (a.answered_on < s.held_on OR a.answered_on = s.held_on AND l.place_id IS NULL)
              AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
              AND (a.answer = 'withdrawn' OR a.form IS NULL OR a.form = f.form)
              AND NOT EXISTS (
                      SELECT 1 FROM consent_answer b
                       WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                         AND (b.answered_on < s.held_on
                              OR b.answered_on = s.held_on
                              AND (l.place_id IS NULL OR b.answer IN ('given', 'decided_to_go_ahead')))
                         AND (b.answer = 'withdrawn' OR b.form IS NULL OR b.form = f.form)
                         AND (b.contact_id = a.contact_id
                              AND (b.answered_on > a.answered_on
                                   OR b.answered_on = a.answered_on AND b.number > a.number)
                              OR b.answer = 'decided_to_go_ahead'
                              AND b.answered_on >= a.answered_on AND b.number > a.number)));

DROP VIEW register_to_write;
-- Who of a register can be written up: the children who had started, by the consent of that day to the programme's form. What
-- is written is told of all the same.
CREATE VIEW register_to_write AS
SELECT l.school_id, l.session_id, l.place_id, p.pupil_id, p.case_id, l.written
  FROM register_line l
  JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
  JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
  JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL
             AND t.taken_on <= s.held_on
 WHERE l.written = 1
    OR EXISTS (SELECT 1
                 FROM consent_at_session c
                 JOIN programme g ON g.school_id = c.school_id AND g.id = s.programme_id AND g.form = c.form
                WHERE c.school_id = l.school_id AND c.session_id = l.session_id AND c.place_id = l.place_id);

-- only sqlite
DROP TRIGGER evaluation_needs_consent;
CREATE TRIGGER evaluation_needs_consent BEFORE INSERT ON evaluation
WHEN NEW.attended = 1
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM consent_at_session c
         WHERE c.school_id = NEW.school_id AND c.session_id = NEW.session_id AND c.place_id = NEW.place_id);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE NOT EXISTS (
        SELECT 1
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN consent_at_session c ON c.school_id = s.school_id AND c.session_id = s.id AND c.form = g.form
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND c.place_id = NEW.place_id);
    SELECT RAISE(ABORT, 'not_on_the_register') WHERE NOT EXISTS (
        SELECT 1 FROM register_line l
         WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id = NEW.place_id);
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
        SELECT 1 FROM consent_at_session c
         WHERE c.school_id = NEW.school_id AND c.session_id = NEW.session_id AND c.place_id = NEW.place_id);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE NOT EXISTS (
        SELECT 1
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN consent_at_session c ON c.school_id = s.school_id AND c.session_id = s.id AND c.form = g.form
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND c.place_id = NEW.place_id);
    SELECT RAISE(ABORT, 'not_on_the_register') WHERE NOT EXISTS (
        SELECT 1 FROM register_line l
         WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id = NEW.place_id);
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

-- only postgresql
-- The form is asked for here (0038).
DROP TRIGGER guard_evaluation_by_form ON evaluation;
DROP FUNCTION guard_evaluation_by_form();
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
    IF NOT EXISTS (SELECT 1 FROM consent_at_session c
                    WHERE c.school_id = NEW.school_id AND c.session_id = NEW.session_id
                      AND c.place_id = NEW.place_id) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM consent_at_session c
                     JOIN programme g ON g.school_id = c.school_id AND g.id = the_session.programme_id
                                     AND g.form = c.form
                    WHERE c.school_id = NEW.school_id AND c.session_id = NEW.session_id
                      AND c.place_id = NEW.place_id) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM register_line l
                    WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id
                      AND l.place_id = NEW.place_id) THEN
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

-- A session stays as it was held once the impact of a child to whom it belongs was measured, or the child's case closed (0020):
-- also of one whose consent was withdrawn later on that day.
-- only sqlite
DROP TRIGGER settled_session_stays;
CREATE TRIGGER settled_session_stays BEFORE UPDATE OF outcome ON session
WHEN OLD.outcome = 'delivered' AND NEW.outcome <> 'delivered'
 AND EXISTS (SELECT 1 FROM stay y
               JOIN place p ON p.school_id = y.school_id AND p.id = y.place_id
               JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE y.school_id = OLD.school_id AND y.programme_id = OLD.programme_id
                AND (y.from_on <= OLD.held_on
                         AND (y.ended_on IS NULL OR y.ended_on > OLD.held_on
                              OR y.ended_on = OLD.held_on AND y.last_day_counts = 1)
                     OR EXISTS (SELECT 1 FROM register_line l
                                 WHERE l.school_id = y.school_id AND l.session_id = OLD.id
                                   AND l.place_id = y.place_id))
                AND (n.closed_at IS NOT NULL
                     OR EXISTS (SELECT 1 FROM impact_review i
                                 WHERE i.school_id = p.school_id AND i.place_id = p.id AND i.undone_at IS NULL)))
BEGIN SELECT RAISE(ABORT, 'session_settled'); END;

-- only postgresql
CREATE OR REPLACE FUNCTION settled_session_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM stay y
                WHERE y.school_id = OLD.school_id AND y.programme_id = OLD.programme_id
                  AND (y.from_on <= OLD.held_on
                           AND (y.ended_on IS NULL OR y.ended_on > OLD.held_on
                                OR y.ended_on = OLD.held_on AND y.last_day_counts = 1)
                       OR EXISTS (SELECT 1 FROM register_line l
                                   WHERE l.school_id = y.school_id AND l.session_id = OLD.id
                                     AND l.place_id = y.place_id))
                  AND (is_reviewed(y.school_id, y.place_id) OR is_closed(y.school_id, y.place_id))) THEN
        RAISE EXCEPTION 'session_settled' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- both
