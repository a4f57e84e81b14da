-- What was measured was measured by somebody else than delivered it, in any programme of the child's way (M2, M4), once
-- the programme was over; and what ended, stays ended.
-- only sqlite

-- The gates are asked one after another: of its case, by whom, of what, and whose class it is (M1).
DROP TRIGGER review_is_of_its_case;
DROP TRIGGER impact_is_measured_by_another;
CREATE TRIGGER impact_is_measured_by_another BEFORE INSERT ON impact_review
BEGIN
    SELECT RAISE(ABORT, 'review_of_another_case') WHERE NOT EXISTS (
        SELECT 1 FROM place p
         WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND p.case_id = NEW.case_id);
    SELECT RAISE(ABORT, 'deliverer_reviews_own_work')
      FROM place p
      JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
     WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND g.deliverer_id = NEW.reviewer_id;
    SELECT RAISE(ABORT, 'deliverer_reviews_own_work')
      FROM place p
      JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
                    AND s.delivered_by = NEW.reviewer_id
     WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id
       AND (p.id = NEW.place_id OR s.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, s.held_on));
    SELECT RAISE(ABORT, 'place_not_completed') WHERE NOT EXISTS (
        SELECT 1 FROM place p
         WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND p.end_reason = 'completed');
    SELECT RAISE(ABORT, 'not_the_class_teacher') WHERE NOT EXISTS (
        SELECT 1
          FROM place p
          JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.pupil_id
                                 AND m.starts_on <= NEW.reviewed_on
                                 AND (m.ends_on IS NULL OR m.ends_on >= NEW.reviewed_on)
          JOIN role_held h ON h.school_id = m.school_id AND h.class_id = m.class_id AND h.role = 'class_teacher'
                          AND h.starts_on <= NEW.reviewed_on
                          AND (h.ends_on IS NULL OR h.ends_on >= NEW.reviewed_on)
         WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND h.staff_id = NEW.reviewer_id);
END;
CREATE TRIGGER review_says_what_it_said BEFORE UPDATE OF words, outcome, reviewed_at ON impact_review
WHEN NEW.words <> OLD.words OR NEW.outcome <> OLD.outcome OR NEW.reviewed_at <> OLD.reviewed_at
BEGIN SELECT RAISE(ABORT, 'review_stands'); END;

-- Who measured a child delivers nothing that came before. What they deliver to the child later, they did not measure.
DROP TRIGGER reviewer_delivers_nothing_on_arrival;
CREATE TRIGGER reviewer_delivers_nothing_on_arrival BEFORE INSERT ON session
WHEN NEW.delivered_by IS NOT NULL
 AND EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.case_id = p.case_id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                AND i.reviewer_id = NEW.delivered_by
                AND (i.place_id = p.id
                     OR NEW.held_on <= i.reviewed_on
                    AND NEW.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, NEW.held_on)))
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;
DROP TRIGGER reviewer_delivers_nothing;
CREATE TRIGGER reviewer_delivers_nothing BEFORE UPDATE OF delivered_by, held_on, programme_id ON session
WHEN NEW.delivered_by IS NOT NULL
 AND EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.case_id = p.case_id
              WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                AND i.reviewer_id = NEW.delivered_by
                AND (i.place_id = p.id
                     OR NEW.held_on <= i.reviewed_on
                    AND NEW.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, NEW.held_on)))
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;

-- A child comes back into a place that was completed, whose completion was undone; out of any other end there is no way.
DROP TRIGGER place_ends_no_later;
CREATE TRIGGER place_stays_ended BEFORE UPDATE OF ended_on, end_reason ON place
WHEN OLD.ended_on IS NOT NULL
 AND (NEW.ended_on IS NOT OLD.ended_on OR NEW.end_reason IS NOT OLD.end_reason)
 AND (NEW.ended_on IS NOT NULL OR OLD.end_reason <> 'completed'
      OR EXISTS (SELECT 1 FROM impact_review i
                  WHERE i.school_id = OLD.school_id AND i.place_id = OLD.id AND i.undone_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'place_stands'); END;
CREATE TRIGGER place_arrives_before_it_ends BEFORE INSERT ON place
WHEN NEW.ended_on < NEW.allocated_on
BEGIN SELECT RAISE(ABORT, 'place_ends_before_it_begins'); END;
CREATE TRIGGER place_begins_before_it_ends BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on < NEW.allocated_on
BEGIN SELECT RAISE(ABORT, 'place_ends_before_it_begins'); END;

-- Where a child of it was measured, a programme goes on for a child alone whose completion was undone before.
CREATE TRIGGER completion_stands BEFORE UPDATE OF completed_on ON programme
WHEN OLD.completed_on IS NOT NULL AND NEW.completed_on IS NOT OLD.completed_on
 AND EXISTS (SELECT 1 FROM place p
               JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id AND i.undone_at IS NULL
              WHERE p.school_id = OLD.school_id AND p.programme_id = OLD.id)
 AND (NEW.completed_on IS NOT NULL
      OR NOT EXISTS (SELECT 1 FROM place p
                      WHERE p.school_id = OLD.school_id AND p.programme_id = OLD.id AND p.end_reason = 'completed'
                        AND NOT EXISTS (SELECT 1 FROM step t
                                         WHERE t.school_id = p.school_id AND t.case_id = p.case_id
                                           AND t.step = 'completion' AND t.undone_at IS NULL)))
BEGIN SELECT RAISE(ABORT, 'completion_stands'); END;

CREATE TRIGGER rating_is_of_its_child BEFORE INSERT ON target_rating
WHEN NOT EXISTS (SELECT 1 FROM evaluation e
                   JOIN target t ON t.school_id = e.school_id AND t.id = NEW.target_id AND t.place_id = e.place_id
                  WHERE e.school_id = NEW.school_id AND e.id = NEW.evaluation_id)
BEGIN SELECT RAISE(ABORT, 'target_of_another_child'); END;

CREATE TRIGGER record_head_is_never_deleted BEFORE DELETE ON record_head
BEGIN SELECT RAISE(ABORT, 'records_stay'); END;
-- The wrong tries of a link that opens are forgotten with the right one.
CREATE TRIGGER link_stays_revoked BEFORE UPDATE OF revoked_at, wrong_tries ON consent_link
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at
  OR NEW.wrong_tries < OLD.wrong_tries AND (NEW.wrong_tries <> 0 OR OLD.revoked_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'link_stands'); END;
CREATE TRIGGER sign_in_stays_ended BEFORE UPDATE OF ended_at ON sign_in
WHEN OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at
BEGIN SELECT RAISE(ABORT, 'sign_in_ended'); END;

-- only postgresql

-- Who delivers and who reviews wait for each other at the programmes of the way, which are taken in one order.
CREATE OR REPLACE FUNCTION guard_impact_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_place place%ROWTYPE;
BEGIN
    SELECT * INTO the_place FROM place WHERE school_id = NEW.school_id AND id = NEW.place_id;
    IF the_place.case_id IS DISTINCT FROM NEW.case_id THEN
        RAISE EXCEPTION 'review_of_another_case' USING ERRCODE = '23W01';
    END IF;
    PERFORM 1 FROM programme g
      WHERE g.school_id = NEW.school_id
        AND g.id IN (SELECT p.programme_id FROM place p WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id)
      ORDER BY g.id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM programme g
                WHERE g.school_id = NEW.school_id AND g.id = the_place.programme_id
                  AND g.deliverer_id = NEW.reviewer_id)
       OR EXISTS (SELECT 1 FROM place p
                    JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
                                  AND s.delivered_by = NEW.reviewer_id
                   WHERE p.school_id = NEW.school_id AND p.case_id = NEW.case_id
                     AND (p.id = NEW.place_id
                          OR s.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, s.held_on))) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    IF the_place.end_reason IS DISTINCT FROM 'completed' THEN
        RAISE EXCEPTION 'place_not_completed' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1
                     FROM class_membership m
                     JOIN role_held h ON h.school_id = m.school_id AND h.class_id = m.class_id
                                     AND h.role = 'class_teacher' AND h.starts_on <= NEW.reviewed_on
                                     AND (h.ends_on IS NULL OR h.ends_on >= NEW.reviewed_on)
                    WHERE m.school_id = NEW.school_id AND m.pupil_id = the_place.pupil_id
                      AND m.starts_on <= NEW.reviewed_on AND (m.ends_on IS NULL OR m.ends_on >= NEW.reviewed_on)
                      AND h.staff_id = NEW.reviewer_id) THEN
        RAISE EXCEPTION 'not_the_class_teacher' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER review_says_what_it_said BEFORE UPDATE OF words, outcome, reviewed_at ON impact_review
    FOR EACH ROW WHEN (NEW.words <> OLD.words OR NEW.outcome <> OLD.outcome OR NEW.reviewed_at <> OLD.reviewed_at)
    EXECUTE FUNCTION refuse('review_stands');

-- Who measured a child delivers nothing that came before. What they deliver to the child later, they did not measure.
CREATE OR REPLACE FUNCTION reviewer_delivers_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN impact_review i ON i.school_id = p.school_id AND i.case_id = p.case_id
                WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND i.undone_at IS NULL
                  AND i.reviewer_id = NEW.delivered_by
                  AND (i.place_id = p.id
                       OR NEW.held_on <= i.reviewed_on
                      AND NEW.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, NEW.held_on))) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER reviewer_delivers_nothing ON session;
CREATE TRIGGER reviewer_delivers_nothing BEFORE INSERT OR UPDATE OF delivered_by, held_on, programme_id ON session
    FOR EACH ROW WHEN (NEW.delivered_by IS NOT NULL) EXECUTE FUNCTION reviewer_delivers_nothing();

-- A child comes back into a place that was completed, whose completion was undone; out of any other end there is no way.
CREATE FUNCTION place_stays_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.ended_on IS NOT NULL OR OLD.end_reason <> 'completed' OR is_reviewed(OLD.school_id, OLD.id) THEN
        RAISE EXCEPTION 'place_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER place_ends_no_later ON place;
CREATE TRIGGER place_stays_ended BEFORE UPDATE OF ended_on, end_reason ON place
    FOR EACH ROW WHEN (OLD.ended_on IS NOT NULL
                       AND (NEW.ended_on IS DISTINCT FROM OLD.ended_on
                            OR NEW.end_reason IS DISTINCT FROM OLD.end_reason))
    EXECUTE FUNCTION place_stays_ended();
CREATE TRIGGER place_begins_before_it_ends BEFORE INSERT OR UPDATE OF ended_on ON place
    FOR EACH ROW WHEN (NEW.ended_on < NEW.allocated_on) EXECUTE FUNCTION refuse('place_ends_before_it_begins');

-- Where a child of it was measured, a programme goes on for a child alone whose completion was undone before.
CREATE FUNCTION completion_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM place p
                    WHERE p.school_id = OLD.school_id AND p.programme_id = OLD.id
                      AND is_reviewed(p.school_id, p.id)) THEN
        RETURN NEW;
    END IF;
    IF NEW.completed_on IS NOT NULL
       OR NOT EXISTS (SELECT 1 FROM place p
                       WHERE p.school_id = OLD.school_id AND p.programme_id = OLD.id AND p.end_reason = 'completed'
                         AND NOT EXISTS (SELECT 1 FROM step t
                                          WHERE t.school_id = p.school_id AND t.case_id = p.case_id
                                            AND t.step = 'completion' AND t.undone_at IS NULL)) THEN
        RAISE EXCEPTION 'completion_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER completion_stands BEFORE UPDATE OF completed_on ON programme
    FOR EACH ROW WHEN (OLD.completed_on IS NOT NULL AND NEW.completed_on IS DISTINCT FROM OLD.completed_on)
    EXECUTE FUNCTION completion_stands();

CREATE FUNCTION rating_is_of_its_child() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM evaluation e
                     JOIN target t ON t.school_id = e.school_id AND t.id = NEW.target_id AND t.place_id = e.place_id
                    WHERE e.school_id = NEW.school_id AND e.id = NEW.evaluation_id) THEN
        RAISE EXCEPTION 'target_of_another_child' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rating_is_of_its_child BEFORE INSERT ON target_rating
    FOR EACH ROW EXECUTE FUNCTION rating_is_of_its_child();

CREATE TRIGGER record_head_is_never_deleted BEFORE DELETE ON record_head
    FOR EACH ROW EXECUTE FUNCTION refuse('records_stay');
-- The wrong tries of a link that opens are forgotten with the right one.
CREATE TRIGGER link_stays_revoked BEFORE UPDATE OF revoked_at, wrong_tries ON consent_link
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
                       OR NEW.wrong_tries < OLD.wrong_tries
                      AND (NEW.wrong_tries <> 0 OR OLD.revoked_at IS NOT NULL))
    EXECUTE FUNCTION refuse('link_stands');
CREATE TRIGGER sign_in_stays_ended BEFORE UPDATE OF ended_at ON sign_in
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at)
    EXECUTE FUNCTION refuse('sign_in_ended');
