-- A yes is to a form of programme for as long as the child is in it: a start, a session that is held and a child who was
-- there need consent in force to the programme's form on that day (C2, C3). And a child comes back into a place by
-- whatever a new place needs.

-- only sqlite
CREATE TRIGGER start_needs_consent_to_its_form BEFORE INSERT ON step
WHEN NEW.step = 'start' AND NEW.undone_at IS NULL
 AND 0 = (SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
            FROM place p
            JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
            JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
           WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL
             AND v.from_on <= NEW.taken_on AND NEW.taken_on < v.until_on)
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;

-- Some of the children have consent in force, and none of them to this form; where none has any, that is said instead.
CREATE TRIGGER delivered_on_arrival_needs_consent_to_its_form BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND 0 = (
    SELECT max((SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
                  FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
      FROM stay y JOIN programme g ON g.school_id = y.school_id AND g.id = y.programme_id
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1))
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;
CREATE TRIGGER delivery_needs_consent_to_its_form BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered'
 AND (OLD.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on OR NEW.programme_id <> OLD.programme_id)
 AND 0 = (
    SELECT max((SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
                  FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
      FROM stay y JOIN programme g ON g.school_id = y.school_id AND g.id = y.programme_id
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1))
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;

CREATE TRIGGER evaluation_needs_consent_to_its_form BEFORE INSERT ON evaluation
WHEN NEW.attended = 1
 AND 0 = (SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
            FROM session s
            JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
            JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
            JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                                AND v.from_on <= s.held_on AND s.held_on < v.until_on
           WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND p.id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;
CREATE TRIGGER evaluation_still_needs_consent_to_its_form BEFORE UPDATE OF attended ON evaluation
WHEN NEW.attended = 1 AND OLD.attended = 0
 AND 0 = (SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
            FROM session s
            JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
            JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
            JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                                AND v.from_on <= s.held_on AND s.held_on < v.until_on
           WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND p.id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;

-- A day that today can't be before: that of the latest answer, or step that was taken or undone, of the case. An undoing
-- has an instant alone, whose day in universal time is today or yesterday.
CREATE VIEW case_reached AS
SELECT n.school_id, n.id AS case_id,
       max(coalesce((SELECT max(a.answered_on) FROM consent_answer a
                      WHERE a.school_id = n.school_id AND a.case_id = n.id), ''),
           coalesce((SELECT max(s.taken_on) FROM step s WHERE s.school_id = n.school_id AND s.case_id = n.id), ''),
           coalesce((SELECT date(max(s.undone_at) / 1000, 'unixepoch') FROM step s
                      WHERE s.school_id = n.school_id AND s.case_id = n.id), '')) AS reached_on
  FROM nurture_case n;
CREATE TRIGGER place_returns_as_it_is_given BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'programme_completed') FROM programme g
     WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.completed_on IS NOT NULL;
    SELECT RAISE(ABORT, 'case_closed') FROM nurture_case n
     WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL;
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM case_reached r JOIN consent_voice v ON v.school_id = r.school_id AND v.case_id = r.case_id
         WHERE r.school_id = NEW.school_id AND r.case_id = NEW.case_id
           AND v.until_on > max(OLD.ended_on, r.reached_on));
    SELECT RAISE(ABORT, 'consent_to_another_form') WHERE 0 = (
        SELECT max(v.form IS NULL OR v.form = g.form)
          FROM programme g
          JOIN case_reached r ON r.school_id = g.school_id
          JOIN consent_voice v ON v.school_id = r.school_id AND v.case_id = r.case_id
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

-- What is no day of the calendar would never have come, or never be over.
CREATE TRIGGER answer_has_days BEFORE INSERT ON consent_answer
WHEN date(NEW.answered_on, '+0 days') IS NOT NEW.answered_on
  OR NEW.expires_on IS NOT NULL AND date(NEW.expires_on, '+0 days') IS NOT NEW.expires_on
BEGIN SELECT RAISE(ABORT, 'answer_without_a_day'); END;

-- only postgresql
-- By their names these come after guard_start, guard_delivery and guard_evaluation, which wait at the case for an answer
-- of the same second and ask whether consent is in force.
CREATE FUNCTION guard_start_by_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
                WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id AND p.ended_on IS NULL
                  AND NOT consent_covers(p.school_id, p.case_id, g.form, NEW.taken_on)) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_start_by_form BEFORE INSERT ON step
    FOR EACH ROW WHEN (NEW.step = 'start' AND NEW.undone_at IS NULL)
    EXECUTE FUNCTION guard_start_by_form();

CREATE FUNCTION guard_delivery_by_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome <> 'delivered' THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'delivered' AND OLD.held_on = NEW.held_on AND OLD.programme_id = NEW.programme_id THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM stay y
                     JOIN programme g ON g.school_id = y.school_id AND g.id = y.programme_id
                    WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id
                      AND y.from_on <= NEW.held_on
                      AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on
                           OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
                      AND consent_in_force(y.school_id, y.case_id, NEW.held_on)
                      AND consent_covers(y.school_id, y.case_id, g.form, NEW.held_on)) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_delivery_by_form BEFORE INSERT OR UPDATE OF outcome, held_on, programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION guard_delivery_by_form();

CREATE FUNCTION guard_evaluation_by_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.attended = 0 THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.attended = 1 THEN RETURN NEW; END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM session s
                 JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
                 JOIN place p ON p.school_id = s.school_id AND p.id = NEW.place_id
                WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id
                  AND NOT consent_covers(p.school_id, p.case_id, g.form, s.held_on)) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_evaluation_by_form BEFORE INSERT OR UPDATE OF attended ON evaluation
    FOR EACH ROW EXECUTE FUNCTION guard_evaluation_by_form();

-- A day that today can't be before: that of the latest answer, or step that was taken or undone, of the case. An undoing
-- has an instant alone, whose day in universal time is today or yesterday.
CREATE FUNCTION case_reached(school INTEGER, the_case TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
    SELECT greatest((SELECT max(a.answered_on) FROM consent_answer a WHERE a.school_id = school AND a.case_id = the_case),
                    (SELECT max(s.taken_on) FROM step s WHERE s.school_id = school AND s.case_id = the_case),
                    (SELECT to_char(to_timestamp(max(s.undone_at) / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM step s
                      WHERE s.school_id = school AND s.case_id = the_case))
$$;
-- By its name it comes after guard_place, which takes the programme and the case.
CREATE FUNCTION guard_return() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_programme programme%ROWTYPE;
    day TEXT := greatest(OLD.ended_on, case_reached(NEW.school_id, NEW.case_id));
BEGIN
    SELECT * INTO the_programme FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id;
    IF the_programme.completed_on IS NOT NULL THEN
        RAISE EXCEPTION 'programme_completed' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM nurture_case n
                WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'case_closed' USING ERRCODE = '23W01';
    END IF;
    IF NOT consent_in_force(NEW.school_id, NEW.case_id, day) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    IF NOT consent_covers(NEW.school_id, NEW.case_id, the_programme.form, day) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM training t
                    WHERE t.school_id = NEW.school_id AND t.staff_id = the_programme.deliverer_id
                      AND t.kind = 'nurture' AND t.expires_on >= day) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM staff f
                WHERE f.school_id = NEW.school_id AND f.id = the_programme.deliverer_id AND f.left_on <= day) THEN
        RAISE EXCEPTION 'deliverer_has_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_return BEFORE UPDATE OF ended_on ON place
    FOR EACH ROW WHEN (NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL)
    EXECUTE FUNCTION guard_return();

-- What is no day of the calendar would never have come, or never be over.
CREATE FUNCTION is_a_day(day TEXT) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN day ~ '^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
                THEN to_char((substr(day, 1, 8) || '01')::date + (substr(day, 9, 2)::integer - 1), 'YYYY-MM-DD') = day
                ELSE false END
$$;
CREATE FUNCTION answer_has_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT is_a_day(NEW.answered_on) OR NEW.expires_on IS NOT NULL AND NOT is_a_day(NEW.expires_on) THEN
        RAISE EXCEPTION 'answer_without_a_day' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_has_days BEFORE INSERT ON consent_answer FOR EACH ROW EXECUTE FUNCTION answer_has_days();
