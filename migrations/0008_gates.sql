-- Gates that stood in rules alone. A session is held only where a child at least had a place and consent in force on
-- that day (C2), and never before the day it was planned for; nobody starts without consent in force; and who has
-- written an impact review delivers no session of that programme afterwards.

-- only sqlite
-- What each answer says, from the day it was given until the first day on which it counts no more: where the same
-- person has answered anew, an agreement's time is over, or it was decided to go ahead although somebody objects.
-- Consent is in force on the days on which some of these voices stand and all that stand agree: min(agrees) = 1. Every
-- gate asks this view, so the condition has one text on SQLite, as it has one function on PostgreSQL.
CREATE VIEW consent_voice AS
SELECT a.school_id, a.case_id, a.answer = 'given' AS agrees, a.answered_on AS from_on,
       min(coalesce(date(a.expires_on, '+1 day'), '9999-12-31'),
           coalesce((SELECT min(b.answered_on) FROM consent_answer b
                      WHERE b.school_id = a.school_id AND b.case_id = a.case_id AND b.number > a.number
                        AND (b.contact_id = a.contact_id
                             OR b.answer = 'decided_to_go_ahead' AND a.answer <> 'given')), '9999-12-31')) AS until_on
  FROM consent_answer a
 WHERE a.answer <> 'decided_to_go_ahead';

DROP TRIGGER place_needs_consent;
CREATE TRIGGER place_needs_consent BEFORE INSERT ON place
WHEN 1 IS NOT (SELECT min(v.agrees) FROM consent_voice v
                WHERE v.school_id = NEW.school_id AND v.case_id = NEW.case_id
                  AND v.from_on <= NEW.allocated_on AND NEW.allocated_on < v.until_on)
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

DROP TRIGGER evaluation_needs_consent;
CREATE TRIGGER evaluation_needs_consent BEFORE INSERT ON evaluation
WHEN NEW.attended = 1 AND 1 IS NOT (
    SELECT min(v.agrees)
      FROM session s
      JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
      JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                          AND v.from_on <= s.held_on AND s.held_on < v.until_on
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered' AND p.id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

DROP TRIGGER evaluation_still_needs_consent;
CREATE TRIGGER evaluation_still_needs_consent BEFORE UPDATE OF attended, session_id, place_id ON evaluation
WHEN NEW.attended = 1 AND (OLD.attended = 0 OR OLD.session_id <> NEW.session_id OR OLD.place_id <> NEW.place_id)
 AND 1 IS NOT (
    SELECT min(v.agrees)
      FROM session s
      JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
      JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                          AND v.from_on <= s.held_on AND s.held_on < v.until_on
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered' AND p.id = NEW.place_id)
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

CREATE TRIGGER delivered_on_arrival_needs_consent BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND NOT EXISTS (
    SELECT 1 FROM place p
     WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.allocated_on <= NEW.held_on
       AND (p.ended_on IS NULL OR p.ended_on >= NEW.held_on)
       AND 1 = (SELECT min(v.agrees) FROM consent_voice v
                 WHERE v.school_id = p.school_id AND v.case_id = p.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;
CREATE TRIGGER delivery_needs_consent BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered'
 AND (OLD.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on OR NEW.programme_id <> OLD.programme_id)
 AND NOT EXISTS (
    SELECT 1 FROM place p
     WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.allocated_on <= NEW.held_on
       AND (p.ended_on IS NULL OR p.ended_on >= NEW.held_on)
       AND 1 = (SELECT min(v.agrees) FROM consent_voice v
                 WHERE v.school_id = p.school_id AND v.case_id = p.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

CREATE TRIGGER start_needs_consent BEFORE INSERT ON step
WHEN NEW.step = 'start' AND NEW.undone_at IS NULL
 AND 1 IS NOT (SELECT min(v.agrees) FROM consent_voice v
                WHERE v.school_id = NEW.school_id AND v.case_id = NEW.case_id
                  AND v.from_on <= NEW.taken_on AND NEW.taken_on < v.until_on)
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

CREATE TRIGGER delivered_on_arrival_no_earlier_than_planned BEFORE INSERT ON session
WHEN NEW.held_on < NEW.planned_on
BEGIN SELECT RAISE(ABORT, 'held_before_it_was_planned'); END;
CREATE TRIGGER held_no_earlier_than_planned BEFORE UPDATE OF held_on, planned_on ON session
WHEN NEW.held_on < NEW.planned_on
BEGIN SELECT RAISE(ABORT, 'held_before_it_was_planned'); END;

CREATE TRIGGER reviewer_delivers_nothing_on_arrival BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id
                AND i.reviewer_id = NEW.delivered_by)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;
CREATE TRIGGER reviewer_delivers_nothing BEFORE UPDATE OF delivered_by, programme_id ON session
WHEN EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id
                AND i.reviewer_id = NEW.delivered_by)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;

-- only postgresql
-- Who waits for an answer at the case has read the answers of before. Where the answer does more than lock the case,
-- the one who waited begins anew, and sees it.
CREATE OR REPLACE FUNCTION answer_waits_for_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET opened_at = opened_at WHERE school_id = NEW.school_id AND id = NEW.case_id;
    RETURN NEW;
END $$;

-- A place that ends takes nothing away, so it waits for nobody: a withdrawal holds the case and a start the programme,
-- and here the one would ask for what the other holds.
CREATE OR REPLACE FUNCTION guard_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_programme programme%ROWTYPE;
BEGIN
    IF NEW.ended_on IS NOT NULL AND TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
    SELECT * INTO the_programme FROM programme
     WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR UPDATE;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    IF TG_OP = 'INSERT' THEN
        IF NOT consent_in_force(NEW.school_id, NEW.case_id, NEW.allocated_on) THEN
            RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
        END IF;
        IF NOT trained_on(NEW.school_id, the_programme.deliverer_id, NEW.allocated_on) THEN
            RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF NEW.ended_on IS NULL
       AND (SELECT count(*) FROM place p
             WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.ended_on IS NULL
               AND p.id <> NEW.id) >= the_programme.places THEN
        RAISE EXCEPTION 'no_place_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.held_on < NEW.planned_on THEN
        RAISE EXCEPTION 'held_before_it_was_planned' USING ERRCODE = '23W01';
    END IF;
    IF NEW.outcome <> 'delivered' THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'delivered' AND OLD.held_on = NEW.held_on AND OLD.programme_id = NEW.programme_id THEN
            RETURN NEW;
        END IF;
    END IF;
    -- An answer of the same second waits here, or is waited for. Always in this order, so that two who lock several
    -- cases never wait for each other.
    PERFORM 1 FROM nurture_case
      WHERE school_id = NEW.school_id
        AND id IN (SELECT p.case_id FROM place p
                    WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id)
      ORDER BY id FOR UPDATE;
    IF NOT EXISTS (SELECT 1 FROM place p
                    WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id
                      AND p.allocated_on <= NEW.held_on AND (p.ended_on IS NULL OR p.ended_on >= NEW.held_on)
                      AND consent_in_force(p.school_id, p.case_id, NEW.held_on)) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_delivery BEFORE INSERT OR UPDATE OF outcome, held_on, planned_on, programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION guard_delivery();

CREATE FUNCTION guard_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.step <> 'start' OR NEW.undone_at IS NOT NULL THEN RETURN NEW; END IF;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    IF NOT consent_in_force(NEW.school_id, NEW.case_id, NEW.taken_on) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_start BEFORE INSERT ON step FOR EACH ROW EXECUTE FUNCTION guard_start();

-- A start takes its cases before it writes to the school's log: a withdrawal takes the case and then the log.
CREATE FUNCTION start_waits_for_the_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM nurture_case
      WHERE school_id = NEW.school_id
        AND id IN (SELECT p.case_id FROM place p
                    WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND p.ended_on IS NULL)
      ORDER BY id FOR UPDATE;
    RETURN NEW;
END $$;
CREATE TRIGGER start_waits_for_the_cases BEFORE UPDATE OF started_on ON programme
    FOR EACH ROW WHEN (OLD.started_on IS NULL AND NEW.started_on IS NOT NULL)
    EXECUTE FUNCTION start_waits_for_the_cases();

-- Two who write at once each read what the other writes, so a serializable transaction lets one of them through.
CREATE FUNCTION reviewer_delivers_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
                WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id
                  AND i.reviewer_id = NEW.delivered_by) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reviewer_delivers_nothing BEFORE INSERT OR UPDATE OF delivered_by, programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION reviewer_delivers_nothing();
-- both
