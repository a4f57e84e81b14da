-- Gates that people could walk around. A register holds no more children than the programme has places, no child twice
-- and none who has not started (G1, R1); and what a gate has judged by is not changed after it (C2, P2, M2).

-- A child's stay in a programme. The last day counts only while the place is nobody else's: not where consent was
-- withdrawn or the allocation undone on it, nor where the child has had another place there since, nor where all of
-- that day are more than the programme has places, for then others have taken the place.
CREATE VIEW stay AS
SELECT p.school_id, p.id AS place_id, p.programme_id, p.case_id, p.pupil_id, p.allocated_on AS from_on, p.ended_on,
       CASE WHEN p.ended_on IS NULL THEN 1
            WHEN p.end_reason IN ('consent_withdrawn', 'allocation_undone') THEN 0
            WHEN EXISTS (SELECT 1 FROM place o
                          WHERE o.school_id = p.school_id AND o.programme_id = p.programme_id
                            AND o.pupil_id = p.pupil_id AND o.id <> p.id AND o.allocated_on = p.ended_on
                            AND o.allocated_at >= p.allocated_at) THEN 0
            WHEN (SELECT count(*) FROM place o
                   WHERE o.school_id = p.school_id AND o.programme_id = p.programme_id
                     AND o.allocated_on <= p.ended_on
                     AND (o.ended_on IS NULL OR o.ended_on > p.ended_on
                          OR o.ended_on = p.ended_on
                             AND o.end_reason NOT IN ('consent_withdrawn', 'allocation_undone')))
                 > (SELECT g.places FROM programme g WHERE g.school_id = p.school_id AND g.id = p.programme_id) THEN 0
            ELSE 1 END AS last_day_counts,
       (SELECT t.taken_on FROM step t
         WHERE t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL)
           AS started_on
  FROM place p;

-- only sqlite
-- One trigger asks everything of a child who was there, so that the first objection is always the same.
DROP TRIGGER evaluation_needs_consent;
CREATE TRIGGER evaluation_needs_consent BEFORE INSERT ON evaluation
WHEN NEW.attended = 1
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
           AND p.id = NEW.place_id);
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
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE 1 IS NOT (
        SELECT min(v.agrees)
          FROM session s
          JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
          JOIN consent_voice v ON v.school_id = p.school_id AND v.case_id = p.case_id
                              AND v.from_on <= s.held_on AND s.held_on < v.until_on
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
           AND p.id = NEW.place_id);
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

DROP TRIGGER delivered_on_arrival_needs_consent;
CREATE TRIGGER delivered_on_arrival_needs_consent BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND NOT EXISTS (
    SELECT 1 FROM stay y
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
       AND 1 = (SELECT min(v.agrees) FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;
DROP TRIGGER delivery_needs_consent;
CREATE TRIGGER delivery_needs_consent BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered'
 AND (OLD.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on OR NEW.programme_id <> OLD.programme_id)
 AND NOT EXISTS (
    SELECT 1 FROM stay y
     WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id AND y.from_on <= NEW.held_on
       AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
       AND 1 = (SELECT min(v.agrees) FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id
                   AND v.from_on <= NEW.held_on AND NEW.held_on < v.until_on))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

-- The day of a return is stored nowhere. It is no earlier than the day the place ended nor than any answer, so the
-- answers are read together on the later of these; and who was not trained on any day from the end on is not trained
-- on it either.
CREATE TRIGGER place_returns_with_consent BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'no_consent_in_force') WHERE 1 IS NOT (
        SELECT min(v.agrees) FROM consent_voice v
         WHERE v.school_id = NEW.school_id AND v.case_id = NEW.case_id
           AND v.until_on > max(OLD.ended_on, (SELECT max(a.answered_on) FROM consent_answer a
                                                WHERE a.school_id = NEW.school_id AND a.case_id = NEW.case_id)));
    SELECT RAISE(ABORT, 'training_not_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM programme g JOIN training t
            ON t.school_id = g.school_id AND t.staff_id = g.deliverer_id AND t.kind = 'nurture'
         WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND t.expires_on >= OLD.ended_on);
END;
CREATE TRIGGER place_stands BEFORE UPDATE OF programme_id, case_id, pupil_id, allocated_on ON place
WHEN NEW.programme_id <> OLD.programme_id OR NEW.case_id <> OLD.case_id OR NEW.pupil_id <> OLD.pupil_id
  OR NEW.allocated_on <> OLD.allocated_on
BEGIN SELECT RAISE(ABORT, 'place_stands'); END;

CREATE TRIGGER places_hold_the_children BEFORE UPDATE OF places ON programme
WHEN NEW.places < (SELECT count(*) FROM place p
                    WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND p.ended_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'places_taken'); END;
CREATE TRIGGER form_stands BEFORE UPDATE OF form ON programme
WHEN NEW.form <> OLD.form
 AND EXISTS (SELECT 1 FROM place p WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'form_stands'); END;
CREATE TRIGGER deliverer_needs_training BEFORE UPDATE OF deliverer_id ON programme
WHEN NEW.deliverer_id <> OLD.deliverer_id
 AND NOT EXISTS (SELECT 1 FROM training t
                  WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.deliverer_id AND t.kind = 'nurture'
                    AND t.expires_on >= NEW.starts_on)
BEGIN SELECT RAISE(ABORT, 'training_not_in_force'); END;
CREATE TRIGGER reviewer_takes_no_programme_over BEFORE UPDATE OF deliverer_id ON programme
WHEN NEW.deliverer_id <> OLD.deliverer_id
 AND EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND i.undone_at IS NULL
                AND i.reviewer_id = NEW.deliverer_id)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;

-- A review that was undone binds nobody.
DROP TRIGGER reviewer_delivers_nothing_on_arrival;
CREATE TRIGGER reviewer_delivers_nothing_on_arrival BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                AND i.reviewer_id = NEW.delivered_by)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;
DROP TRIGGER reviewer_delivers_nothing;
CREATE TRIGGER reviewer_delivers_nothing BEFORE UPDATE OF delivered_by, programme_id ON session
WHEN EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                AND i.reviewer_id = NEW.delivered_by)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;

CREATE TRIGGER review_stands BEFORE UPDATE OF reviewer_id, reviewed_on, place_id, undone_at ON impact_review
WHEN NEW.reviewer_id <> OLD.reviewer_id OR NEW.reviewed_on <> OLD.reviewed_on OR NEW.place_id <> OLD.place_id
  OR OLD.undone_at IS NOT NULL AND NEW.undone_at IS NOT OLD.undone_at
BEGIN SELECT RAISE(ABORT, 'review_stands'); END;
CREATE TRIGGER step_stands BEFORE UPDATE OF step, taken_on, case_id, undone_at ON step
WHEN NEW.step <> OLD.step OR NEW.taken_on <> OLD.taken_on OR NEW.case_id <> OLD.case_id
  OR OLD.undone_at IS NOT NULL AND NEW.undone_at IS NOT OLD.undone_at
BEGIN SELECT RAISE(ABORT, 'step_stands'); END;
CREATE TRIGGER planned_day_stands BEFORE UPDATE OF planned_on ON session
WHEN OLD.outcome = 'delivered' AND NEW.planned_on <> OLD.planned_on
BEGIN SELECT RAISE(ABORT, 'planned_day_stands'); END;
CREATE TRIGGER evaluation_stands BEFORE UPDATE OF pupil_id, session_id, place_id ON evaluation
WHEN NEW.pupil_id <> OLD.pupil_id OR NEW.session_id <> OLD.session_id OR NEW.place_id <> OLD.place_id
BEGIN SELECT RAISE(ABORT, 'evaluation_stands'); END;

-- only postgresql
-- Two who evaluate at once each count what the other writes, so a serializable transaction lets one of them through.
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
    IF the_stay.from_on > the_session.held_on OR the_stay.ended_on < the_session.held_on
       OR the_stay.ended_on = the_session.held_on AND the_stay.last_day_counts = 0 THEN
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

CREATE OR REPLACE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF NOT EXISTS (SELECT 1 FROM stay y
                    WHERE y.school_id = NEW.school_id AND y.programme_id = NEW.programme_id
                      AND y.from_on <= NEW.held_on
                      AND (y.ended_on IS NULL OR y.ended_on > NEW.held_on
                           OR y.ended_on = NEW.held_on AND y.last_day_counts = 1)
                      AND consent_in_force(y.school_id, y.case_id, NEW.held_on)) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

-- The day of a return is stored nowhere. It is no earlier than the day the place ended nor than any answer, so the
-- answers are read together on the later of these; and who was not trained on any day from the end on is not trained
-- on it either.
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
    ELSIF OLD.ended_on IS NOT NULL THEN
        IF NOT consent_in_force(NEW.school_id, NEW.case_id,
                                greatest(OLD.ended_on, (SELECT max(a.answered_on) FROM consent_answer a
                                                         WHERE a.school_id = NEW.school_id
                                                           AND a.case_id = NEW.case_id))) THEN
            RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM training t
                        WHERE t.school_id = NEW.school_id AND t.staff_id = the_programme.deliverer_id
                          AND t.kind = 'nurture' AND t.expires_on >= OLD.ended_on) THEN
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
CREATE TRIGGER place_stands BEFORE UPDATE OF programme_id, case_id, pupil_id, allocated_on ON place
    FOR EACH ROW WHEN (NEW.programme_id <> OLD.programme_id OR NEW.case_id <> OLD.case_id
                       OR NEW.pupil_id <> OLD.pupil_id OR NEW.allocated_on <> OLD.allocated_on)
    EXECUTE FUNCTION refuse('place_stands');

CREATE FUNCTION guard_change_of_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.places < (SELECT count(*) FROM place p
                      WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND p.ended_on IS NULL) THEN
        RAISE EXCEPTION 'places_taken' USING ERRCODE = '23W01';
    END IF;
    IF NEW.form <> OLD.form
       AND EXISTS (SELECT 1 FROM place p WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id) THEN
        RAISE EXCEPTION 'form_stands' USING ERRCODE = '23W01';
    END IF;
    IF NEW.deliverer_id = OLD.deliverer_id THEN RETURN NEW; END IF;
    IF NOT EXISTS (SELECT 1 FROM training t
                    WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.deliverer_id AND t.kind = 'nurture'
                      AND t.expires_on >= NEW.starts_on) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
                WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND i.undone_at IS NULL
                  AND i.reviewer_id = NEW.deliverer_id) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_change_of_programme BEFORE UPDATE OF places, form, deliverer_id ON programme
    FOR EACH ROW EXECUTE FUNCTION guard_change_of_programme();

-- A review that was undone binds nobody.
CREATE OR REPLACE FUNCTION reviewer_delivers_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
                WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                  AND i.reviewer_id = NEW.delivered_by) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER review_stands BEFORE UPDATE OF reviewer_id, reviewed_on, place_id, undone_at ON impact_review
    FOR EACH ROW WHEN (NEW.reviewer_id <> OLD.reviewer_id OR NEW.reviewed_on <> OLD.reviewed_on
                       OR NEW.place_id <> OLD.place_id
                       OR OLD.undone_at IS NOT NULL AND NEW.undone_at IS DISTINCT FROM OLD.undone_at)
    EXECUTE FUNCTION refuse('review_stands');
CREATE TRIGGER step_stands BEFORE UPDATE OF step, taken_on, case_id, undone_at ON step
    FOR EACH ROW WHEN (NEW.step <> OLD.step OR NEW.taken_on <> OLD.taken_on OR NEW.case_id <> OLD.case_id
                       OR OLD.undone_at IS NOT NULL AND NEW.undone_at IS DISTINCT FROM OLD.undone_at)
    EXECUTE FUNCTION refuse('step_stands');
CREATE TRIGGER planned_day_stands BEFORE UPDATE OF planned_on ON session
    FOR EACH ROW WHEN (OLD.outcome = 'delivered' AND NEW.planned_on <> OLD.planned_on)
    EXECUTE FUNCTION refuse('planned_day_stands');
CREATE TRIGGER evaluation_stands BEFORE UPDATE OF pupil_id, session_id, place_id ON evaluation
    FOR EACH ROW WHEN (NEW.pupil_id <> OLD.pupil_id OR NEW.session_id <> OLD.session_id
                       OR NEW.place_id <> OLD.place_id)
    EXECUTE FUNCTION refuse('evaluation_stands');
