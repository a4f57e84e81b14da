-- No session counts as held but by the gates of the day on which it was held (C2), whoever writes it and in whatever order:
-- none on a day to come, of which nobody knows yet who withdraws before it; and one that was held is planned again before
-- it is held on another day. What a register says follows from that, and is written by nobody (G4, G5).

-- only sqlite
-- The school's day is at most an hour ahead of UTC.
CREATE TRIGGER delivered_on_arrival_by_today BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered'
BEGIN
    SELECT RAISE(ABORT, 'held_on_no_day') WHERE date(NEW.held_on, '+0 days') IS NOT NEW.held_on;
    SELECT RAISE(ABORT, 'held_on_a_day_to_come') WHERE NEW.held_on > date('now', '+1 hour');
END;
CREATE TRIGGER delivered_by_today BEFORE UPDATE OF outcome, held_on ON session
WHEN NEW.outcome = 'delivered'
BEGIN
    SELECT RAISE(ABORT, 'held_on_no_day') WHERE date(NEW.held_on, '+0 days') IS NOT NEW.held_on;
    SELECT RAISE(ABORT, 'held_on_a_day_to_come') WHERE NEW.held_on > date('now', '+1 hour');
END;
CREATE TRIGGER delivered_day_stands BEFORE UPDATE OF held_on ON session
WHEN OLD.outcome = 'delivered' AND NEW.outcome = 'delivered' AND NEW.held_on <> OLD.held_on
BEGIN SELECT RAISE(ABORT, 'held_day_stands'); END;

-- INSERT OR REPLACE deletes a row without asking a trigger, but on the connections of Withy itself.
CREATE TRIGGER session_is_not_replaced BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.id = NEW.id AND s.outcome <> 'planned')
  OR NEW.rearranged = 0
 AND EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.programme_id AND s.number = NEW.number
                AND s.rearranged = 0 AND s.outcome <> 'planned')
BEGIN SELECT RAISE(ABORT, 'session_stands'); END;
CREATE TRIGGER answer_is_not_replaced BEFORE INSERT ON consent_answer
WHEN EXISTS (SELECT 1 FROM consent_answer a
              WHERE a.school_id = NEW.school_id AND a.case_id = NEW.case_id AND a.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'answers_stay'); END;

CREATE TRIGGER line_is_of_the_register BEFORE INSERT ON register_line
WHEN NOT EXISTS (SELECT 1 FROM session s
                   JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
                  WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
                    AND y.place_id = NEW.place_id AND y.from_on <= s.held_on
                    AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                         OR y.ended_on = s.held_on AND y.last_day_counts = 1))
BEGIN SELECT RAISE(ABORT, 'not_on_the_register'); END;
CREATE TRIGGER line_stands BEFORE UPDATE OF school_id, session_id, place_id ON register_line
BEGIN SELECT RAISE(ABORT, 'register_stands'); END;
CREATE TRIGGER line_is_never_deleted BEFORE DELETE ON register_line
WHEN EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = OLD.school_id AND s.id = OLD.session_id AND s.outcome = 'delivered')
BEGIN SELECT RAISE(ABORT, 'register_stands'); END;

-- Whether a line is written, the evaluation says alone (0034).
CREATE TRIGGER line_arrives_as_its_evaluation_says BEFORE INSERT ON register_line
WHEN NEW.written = 1
 AND NOT EXISTS (SELECT 1 FROM evaluation e
                  WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.place_id = NEW.place_id
                    AND e.writing = 'written')
BEGIN SELECT RAISE(ABORT, 'evaluation_says_so'); END;
CREATE TRIGGER line_is_as_its_evaluation_says BEFORE UPDATE OF written ON register_line
WHEN NEW.written <> (SELECT count(*) FROM evaluation e
                      WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.place_id = NEW.place_id
                        AND e.writing = 'written')
BEGIN SELECT RAISE(ABORT, 'evaluation_says_so'); END;

-- only postgresql
CREATE FUNCTION delivered_by_today() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT is_a_day(NEW.held_on) THEN
        RAISE EXCEPTION 'held_on_no_day' USING ERRCODE = '23W01';
    END IF;
    -- The school's day is at most an hour ahead of UTC.
    IF NEW.held_on > to_char((now() AT TIME ZONE 'UTC') + INTERVAL '1 hour', 'YYYY-MM-DD') THEN
        RAISE EXCEPTION 'held_on_a_day_to_come' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER delivered_by_today BEFORE INSERT OR UPDATE OF outcome, held_on ON session
    FOR EACH ROW WHEN (NEW.outcome = 'delivered') EXECUTE FUNCTION delivered_by_today();
CREATE TRIGGER delivered_day_stands BEFORE UPDATE OF held_on ON session
    FOR EACH ROW WHEN (OLD.outcome = 'delivered' AND NEW.outcome = 'delivered' AND NEW.held_on <> OLD.held_on)
    EXECUTE FUNCTION refuse('held_day_stands');

CREATE FUNCTION line_is_of_the_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM session s
                     JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id
                    WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
                      AND y.place_id = NEW.place_id AND y.from_on <= s.held_on
                      AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                           OR y.ended_on = s.held_on AND y.last_day_counts = 1)) THEN
        RAISE EXCEPTION 'not_on_the_register' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER line_is_of_the_register BEFORE INSERT ON register_line
    FOR EACH ROW EXECUTE FUNCTION line_is_of_the_register();
CREATE TRIGGER line_stands BEFORE UPDATE OF school_id, session_id, place_id ON register_line
    FOR EACH ROW EXECUTE FUNCTION refuse('register_stands');
CREATE FUNCTION line_is_never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM session s
                WHERE s.school_id = OLD.school_id AND s.id = OLD.session_id AND s.outcome = 'delivered') THEN
        RAISE EXCEPTION 'register_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER line_is_never_deleted BEFORE DELETE ON register_line
    FOR EACH ROW EXECUTE FUNCTION line_is_never_deleted();

-- Whether a line is written, the evaluation says alone (0034). By its name this comes before line_is_new.
CREATE FUNCTION line_is_as_its_evaluation_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.written <> (SELECT count(*) FROM evaluation e
                        WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id
                          AND e.place_id = NEW.place_id AND e.writing = 'written') THEN
        RAISE EXCEPTION 'evaluation_says_so' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER line_arrives_as_its_evaluation_says BEFORE INSERT ON register_line
    FOR EACH ROW WHEN (NEW.written = 1) EXECUTE FUNCTION line_is_as_its_evaluation_says();
CREATE TRIGGER line_is_as_its_evaluation_says BEFORE UPDATE OF written ON register_line
    FOR EACH ROW EXECUTE FUNCTION line_is_as_its_evaluation_says();
-- both
