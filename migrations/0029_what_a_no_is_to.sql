-- An answer is about the form of support that its letter spoke of, and about either where the letter left it open; a
-- withdrawal is about both. Consent is in force to a form where somebody with a say agrees to it, and no refusal,
-- withdrawal or decision about it stands (C3, C6). A yes to one form is set aside by nothing that is said about the other.

-- only sqlite
-- What each answer says about each form that it is about, from the day it was given until the first day on which it counts
-- no more. Consent to a form is in force on the days on which some of its voices stand and all that stand agree.
DROP VIEW consent_voice;
CREATE VIEW consent_voice AS
SELECT a.school_id, a.case_id, f.form, a.answer = 'given' AS agrees, a.answered_on AS from_on,
       min(coalesce(date(a.expires_on, '+1 day'), '9999-12-31'),
           coalesce((SELECT min(b.answered_on) FROM consent_answer b
                      WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                        AND (b.answer = 'withdrawn' OR b.form IS NULL OR b.form = f.form)
                        AND (b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)
                             OR b.answer = 'decided_to_go_ahead' AND a.answer <> 'given'
                             AND b.answered_on >= a.answered_on AND b.number > a.number)), '9999-12-31')) AS until_on
  FROM (SELECT 'one_to_one' AS form UNION ALL SELECT 'group') f
  JOIN consent_said a ON a.answer = 'withdrawn' OR a.form IS NULL OR a.form = f.form
 WHERE a.answer <> 'decided_to_go_ahead' AND (a.answer <> 'given' OR a.has_a_say = 1);

-- Each gate asks first whether consent is in force to any form, and then whether it is to this one.
DROP TRIGGER place_needs_consent;
DROP TRIGGER place_needs_consent_to_its_form;
CREATE TRIGGER place_needs_consent BEFORE INSERT ON place
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM consent_voice v
         WHERE v.school_id = NEW.school_id AND v.case_id = NEW.case_id
           AND v.from_on <= NEW.allocated_on AND NEW.allocated_on < v.until_on
         GROUP BY v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM programme g JOIN consent_voice v ON v.school_id = g.school_id AND v.form = g.form
         WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND v.case_id = NEW.case_id
           AND v.from_on <= NEW.allocated_on AND NEW.allocated_on < v.until_on);
END;

DROP TRIGGER start_needs_consent;
DROP TRIGGER start_needs_consent_to_its_form;
CREATE TRIGGER start_needs_consent BEFORE INSERT ON step
WHEN NEW.step = 'start' AND NEW.undone_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM consent_voice v
         WHERE v.school_id = NEW.school_id AND v.case_id = NEW.case_id
           AND v.from_on <= NEW.taken_on AND NEW.taken_on < v.until_on
         GROUP BY v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form')
      FROM place p JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
     WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL
       AND 1 IS NOT (SELECT min(v.agrees) FROM consent_voice v
                      WHERE v.school_id = p.school_id AND v.case_id = p.case_id AND v.form = g.form
                        AND v.from_on <= NEW.taken_on AND NEW.taken_on < v.until_on);
END;

-- A session is held for somebody; where none of the children has consent to its form, that is said, or that none has any.
DROP TRIGGER delivered_on_arrival_needs_consent;
DROP TRIGGER delivered_on_arrival_needs_consent_to_its_form;
CREATE TRIGGER delivered_on_arrival_needs_consent BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered'
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM stay y JOIN consent_voice v ON v.school_id = y.school_id AND v.case_id = y.case_id
         WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
           AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
           AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on
         GROUP BY y.place_id, v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE NOT EXISTS (
        SELECT 1 FROM stay y
          JOIN programme g ON g.school_id = y.school_id AND g.id = y.programme_id
          JOIN consent_voice v ON v.school_id = y.school_id AND v.case_id = y.case_id AND v.form = g.form
         WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
           AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
           AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on
         GROUP BY y.place_id HAVING min(v.agrees) = 1);
END;
DROP TRIGGER delivery_needs_consent;
DROP TRIGGER delivery_needs_consent_to_its_form;
CREATE TRIGGER delivery_needs_consent BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered'
 AND (OLD.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on OR NEW.programme_id <> OLD.programme_id)
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM stay y JOIN consent_voice v ON v.school_id = y.school_id AND v.case_id = y.case_id
         WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
           AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
           AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on
         GROUP BY y.place_id, v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE NOT EXISTS (
        SELECT 1 FROM stay y
          JOIN programme g ON g.school_id = y.school_id AND g.id = y.programme_id
          JOIN consent_voice v ON v.school_id = y.school_id AND v.case_id = y.case_id AND v.form = g.form
         WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
           AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
           AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on
         GROUP BY y.place_id HAVING min(v.agrees) = 1);
END;

DROP TRIGGER evaluation_needs_consent_to_its_form;
DROP TRIGGER evaluation_still_needs_consent_to_its_form;
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
    SELECT RAISE(ABORT, 'not_on_the_register')
      FROM session s JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND y.place_id = NEW.place_id
       AND NOT (y.from_on <= s.held_on AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                                            OR y.ended_on = s.held_on AND y.last_day_counts = 1));
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
    SELECT RAISE(ABORT, 'not_on_the_register')
      FROM session s JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND y.place_id = NEW.place_id
       AND NOT (y.from_on <= s.held_on AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                                            OR y.ended_on = s.held_on AND y.last_day_counts = 1));
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

-- Somebody came for whom consent to the programme's form was in force (0027).
DROP TRIGGER somebody_came;
CREATE TRIGGER somebody_came BEFORE INSERT ON evaluation
WHEN NEW.attended = 0
 AND NOT EXISTS (
    SELECT 1
      FROM session s
      JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
      JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id AND y.from_on <= s.held_on
                 AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                      OR y.ended_on = s.held_on AND y.last_day_counts = 1)
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
       AND y.place_id <> NEW.place_id
       AND 1 = (SELECT min(v.agrees) FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id AND v.form = g.form
                   AND v.from_on <= s.held_on AND s.held_on < v.until_on)
       AND NOT EXISTS (SELECT 1 FROM evaluation e
                        WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = y.place_id
                          AND e.attended = 0))
BEGIN SELECT RAISE(ABORT, 'nobody_came'); END;

-- A child comes back into a place by whatever a new place needs.
DROP TRIGGER place_returns_with_consent;
DROP TRIGGER place_returns_as_it_is_given;
CREATE TRIGGER place_returns_as_it_is_given BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'programme_completed') FROM programme g
     WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL;
    SELECT RAISE(ABORT, 'case_closed') FROM nurture_case n
     WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL;
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE NOT EXISTS (
        SELECT 1
          FROM case_reached r JOIN consent_voice v ON v.school_id = r.school_id AND v.case_id = r.case_id
         WHERE r.school_id = NEW.school_id AND r.case_id = NEW.case_id
           AND v.until_on > max(OLD.ended_on, r.reached_on)
         GROUP BY v.form HAVING min(v.agrees) = 1);
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM programme g
          JOIN case_reached r ON r.school_id = g.school_id
          JOIN consent_voice v ON v.school_id = r.school_id AND v.case_id = r.case_id AND v.form = g.form
         WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND r.case_id = NEW.case_id
           AND v.until_on > max(OLD.ended_on, r.reached_on));
    SELECT RAISE(ABORT, 'training_not_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM programme g
          JOIN case_reached r ON r.school_id = g.school_id
          JOIN training t ON t.school_id = g.school_id AND t.staff_id = g.deliverer_id AND t.kind = 'nurture'
         WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND r.case_id = NEW.case_id
           AND t.expires_on >= max(OLD.ended_on, r.reached_on));
    SELECT RAISE(ABORT, 'deliverer_has_left')
      FROM programme g
      JOIN case_reached r ON r.school_id = g.school_id
      JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
     WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND r.case_id = NEW.case_id
       AND f.left_on <= max(OLD.ended_on, r.reached_on);
END;

-- only postgresql
CREATE OR REPLACE FUNCTION consent_covers(school INTEGER, the_case TEXT, the_form TEXT, day TEXT) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
               SELECT 1 FROM consent_said a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND a.has_a_say = 1 AND (a.expires_on IS NULL OR a.expires_on >= day)
                  AND (a.form IS NULL OR a.form = the_form)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND b.contact_id = a.contact_id
                             AND (b.answer = 'withdrawn' OR b.form IS NULL OR b.form = the_form)
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)))
       AND NOT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
                  AND (a.answer = 'withdrawn' OR a.form IS NULL OR a.form = the_form)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND (b.answer = 'withdrawn' OR b.form IS NULL OR b.form = the_form)
                             AND (b.contact_id = a.contact_id
                                  AND (b.answered_on > a.answered_on
                                       OR b.answered_on = a.answered_on AND b.number > a.number)
                                  OR b.answer = 'decided_to_go_ahead'
                                  AND b.answered_on >= a.answered_on AND b.number > a.number)));
END $$;
-- To whichever form. Every gate asks this first, and then whether it is to the programme's own.
CREATE OR REPLACE FUNCTION consent_in_force(school INTEGER, the_case TEXT, day TEXT) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN consent_covers(school, the_case, 'one_to_one', day) OR consent_covers(school, the_case, 'group', day);
END $$;
-- both
