-- What the gates judge by stands, whoever writes past them.

-- What was written up stays written up: a second version keeps its session, and whoever delivered it reviews nothing (M2).
-- A child who turns out to have been absent is said to be so by a version more.
-- only sqlite
CREATE TRIGGER evaluation_grows BEFORE UPDATE ON evaluation
WHEN NEW.version < OLD.version OR OLD.attended = 1 AND NEW.attended = 0 AND NEW.version = OLD.version
BEGIN SELECT RAISE(ABORT, 'evaluation_stands'); END;

-- A programme starts on a day, by children who start in it: it asks them for consent and targets in their own words (C2).
-- Once a session was held both days stand that it was judged by.
CREATE TRIGGER starts_on_a_day_on_arrival BEFORE INSERT ON programme
WHEN NEW.started_on IS NOT NULL
 AND (date(NEW.started_on, '+0 days') IS NOT NEW.started_on OR NEW.started_on > date('now', '+1 hour'))
BEGIN SELECT RAISE(ABORT, 'started_on_no_day'); END;
CREATE TRIGGER starts_on_a_day BEFORE UPDATE OF started_on ON programme
WHEN NEW.started_on IS NOT OLD.started_on AND NEW.started_on IS NOT NULL
 AND (date(NEW.started_on, '+0 days') IS NOT NEW.started_on OR NEW.started_on > date('now', '+1 hour'))
BEGIN SELECT RAISE(ABORT, 'started_on_no_day'); END;
CREATE TRIGGER start_stands BEFORE UPDATE OF started_on ON programme
WHEN OLD.started_on IS NOT NULL AND NEW.started_on IS NOT OLD.started_on
 AND EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.id AND s.outcome = 'delivered')
BEGIN SELECT RAISE(ABORT, 'start_stands'); END;
CREATE TRIGGER planned_start_stands BEFORE UPDATE OF starts_on ON programme
WHEN OLD.started_on IS NOT NULL AND NEW.starts_on <> OLD.starts_on
BEGIN SELECT RAISE(ABORT, 'start_stands'); END;

DROP TRIGGER delivered_on_arrival_once_started;
CREATE TRIGGER delivered_on_arrival_once_started BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND date(NEW.held_on, '+0 days') IS NEW.held_on
 AND NOT EXISTS (SELECT 1 FROM programme g
                   JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
                   JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start'
                              AND t.undone_at IS NULL
                  WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.started_on <= NEW.held_on
                    AND t.taken_on <= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'programme_not_started'); END;
DROP TRIGGER delivered_once_started;
CREATE TRIGGER delivered_once_started BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered' AND date(NEW.held_on, '+0 days') IS NEW.held_on
 AND NOT EXISTS (SELECT 1 FROM programme g
                   JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
                   JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start'
                              AND t.undone_at IS NULL
                  WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.started_on <= NEW.held_on
                    AND t.taken_on <= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'programme_not_started'); END;

-- Who takes over is trained today too, however early the programme was to start (P2).
DROP TRIGGER deliverer_needs_training;
CREATE TRIGGER deliverer_needs_training BEFORE UPDATE OF deliverer_id ON programme
WHEN NEW.deliverer_id <> OLD.deliverer_id
 AND NOT EXISTS (SELECT 1 FROM training t
                  WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.deliverer_id AND t.kind = 'nurture'
                    AND t.expires_on >= max(NEW.starts_on, date('now')))
BEGIN SELECT RAISE(ABORT, 'training_not_in_force'); END;

-- A place that ends on a day to come is taken until then (G1).
DROP TRIGGER place_returns_within_the_programme;
CREATE TRIGGER place_returns_within_the_programme BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL
 AND (SELECT count(*) FROM place p
       WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.id <> NEW.id
         AND (p.ended_on IS NULL OR p.ended_on > date('now')))
     >= (SELECT places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)
BEGIN SELECT RAISE(ABORT, 'no_place_left'); END;
DROP TRIGGER places_hold_the_children;
CREATE TRIGGER places_hold_the_children BEFORE UPDATE OF places ON programme
WHEN NEW.places < (SELECT count(*) FROM place p
                    WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id
                      AND (p.ended_on IS NULL OR p.ended_on > date('now')))
BEGIN SELECT RAISE(ABORT, 'places_taken'); END;

-- A measure stays as it was made. Only one after the programme goes, with its review undone, and is kept beside it.
CREATE TRIGGER measure_stands BEFORE UPDATE ON target_measure
BEGIN SELECT RAISE(ABORT, 'measure_stands'); END;
CREATE TRIGGER measure_goes_with_its_review BEFORE DELETE ON target_measure
WHEN OLD.occasion <> 'after'
  OR NOT EXISTS (SELECT 1 FROM undone_measure u
                   JOIN impact_review i ON i.school_id = u.school_id AND i.id = u.review_id
                                       AND i.undone_at IS NOT NULL
                  WHERE u.school_id = OLD.school_id AND u.target_id = OLD.target_id AND u.rating = OLD.rating
                    AND u.rated_by = OLD.rated_by AND u.rated_at = OLD.rated_at)
BEGIN SELECT RAISE(ABORT, 'measure_stands'); END;
CREATE TRIGGER undone_measure_is_never_changed BEFORE UPDATE ON undone_measure
BEGIN SELECT RAISE(ABORT, 'measure_stands'); END;
CREATE TRIGGER undone_measure_is_never_deleted BEFORE DELETE ON undone_measure
BEGIN SELECT RAISE(ABORT, 'measure_stands'); END;

-- What belongs to a child's way stays on it.
CREATE TRIGGER concern_stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON concern
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER discussion_stays_on_its_way BEFORE UPDATE OF case_id ON discussion
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER prioritisation_stays_on_its_way BEFORE UPDATE OF case_id ON prioritisation
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER waiting_stays_on_its_way BEFORE UPDATE OF case_id ON waiting
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER question_stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON question
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER liaison_stays_on_its_way BEFORE UPDATE OF case_id ON liaison
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER parent_message_stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON parent_message
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER check_in_stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON check_in
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER next_step_stays_on_its_way BEFORE UPDATE OF case_id ON next_step
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER target_stays_on_its_way BEFORE UPDATE OF place_id ON target
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER safeguarding_pointer_stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON safeguarding_pointer
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;

-- only postgresql
CREATE TRIGGER evaluation_grows BEFORE UPDATE ON evaluation
    FOR EACH ROW WHEN (NEW.version < OLD.version
                       OR OLD.attended = 1 AND NEW.attended = 0 AND NEW.version = OLD.version)
    EXECUTE FUNCTION refuse('evaluation_stands');

-- A programme starts on a day, by children who start in it: it asks them for consent and targets in their own words (C2).
-- Once a session was held both days stand that it was judged by.
CREATE FUNCTION starts_on_a_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.started_on IS NOT DISTINCT FROM OLD.started_on THEN RETURN NEW; END IF;
    END IF;
    IF NOT is_a_day(NEW.started_on)
       OR NEW.started_on > to_char((now() AT TIME ZONE 'UTC') + INTERVAL '1 hour', 'YYYY-MM-DD') THEN
        RAISE EXCEPTION 'started_on_no_day' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER starts_on_a_day BEFORE INSERT OR UPDATE OF started_on ON programme
    FOR EACH ROW WHEN (NEW.started_on IS NOT NULL) EXECUTE FUNCTION starts_on_a_day();
CREATE FUNCTION start_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM session s
                WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.id AND s.outcome = 'delivered') THEN
        RAISE EXCEPTION 'start_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER start_stands BEFORE UPDATE OF started_on ON programme
    FOR EACH ROW WHEN (OLD.started_on IS NOT NULL AND NEW.started_on IS DISTINCT FROM OLD.started_on)
    EXECUTE FUNCTION start_stands();
CREATE TRIGGER planned_start_stands BEFORE UPDATE OF starts_on ON programme
    FOR EACH ROW WHEN (OLD.started_on IS NOT NULL AND NEW.starts_on <> OLD.starts_on)
    EXECUTE FUNCTION refuse('start_stands');

CREATE OR REPLACE FUNCTION delivery_waits_for_the_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM programme g
                     JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
                     JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start'
                                AND t.undone_at IS NULL
                    WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id
                      AND g.started_on <= NEW.held_on AND t.taken_on <= NEW.held_on) THEN
        RAISE EXCEPTION 'programme_not_started' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

-- A place that ends on a day to come is taken until then (G1). Who takes over is trained today too, however early the
-- programme was to start (P2).
CREATE OR REPLACE FUNCTION guard_change_of_programme() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    today TEXT := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
BEGIN
    IF NEW.places < (SELECT count(*) FROM place p
                      WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id
                        AND (p.ended_on IS NULL OR p.ended_on > today)) THEN
        RAISE EXCEPTION 'places_taken' USING ERRCODE = '23W01';
    END IF;
    IF NEW.form <> OLD.form
       AND EXISTS (SELECT 1 FROM place p WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id) THEN
        RAISE EXCEPTION 'form_stands' USING ERRCODE = '23W01';
    END IF;
    IF NEW.deliverer_id = OLD.deliverer_id THEN RETURN NEW; END IF;
    IF NOT EXISTS (SELECT 1 FROM training t
                    WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.deliverer_id AND t.kind = 'nurture'
                      AND t.expires_on >= greatest(NEW.starts_on, today)) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM place p JOIN impact_review i ON i.school_id = p.school_id AND i.place_id = p.id
                WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND i.undone_at IS NULL
                  AND i.reviewer_id = NEW.deliverer_id) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_programme programme%ROWTYPE;
    day TEXT := NEW.allocated_on;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.ended_on IS NOT NULL OR OLD.ended_on IS NULL THEN RETURN NEW; END IF;
    END IF;
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
    ELSE
        day := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
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
    IF (SELECT count(*) FROM place p
         WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.id <> NEW.id
           AND (p.ended_on IS NULL OR p.ended_on > day)) >= the_programme.places THEN
        RAISE EXCEPTION 'no_place_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

-- A measure stays as it was made. Only one after the programme goes, with its review undone, and is kept beside it.
CREATE TRIGGER measure_stands BEFORE UPDATE ON target_measure
    FOR EACH ROW EXECUTE FUNCTION refuse('measure_stands');
CREATE FUNCTION measure_goes_with_its_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.occasion <> 'after'
       OR NOT EXISTS (SELECT 1 FROM undone_measure u
                        JOIN impact_review i ON i.school_id = u.school_id AND i.id = u.review_id
                                            AND i.undone_at IS NOT NULL
                       WHERE u.school_id = OLD.school_id AND u.target_id = OLD.target_id AND u.rating = OLD.rating
                         AND u.rated_by = OLD.rated_by AND u.rated_at = OLD.rated_at) THEN
        RAISE EXCEPTION 'measure_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER measure_goes_with_its_review BEFORE DELETE ON target_measure
    FOR EACH ROW EXECUTE FUNCTION measure_goes_with_its_review();
CREATE TRIGGER undone_measure_stays BEFORE UPDATE OR DELETE ON undone_measure
    FOR EACH ROW EXECUTE FUNCTION refuse('measure_stands');

-- What belongs to a child's way stays on it.
DO $$
DECLARE
    the_table text;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['discussion', 'prioritisation', 'waiting', 'liaison', 'next_step'] LOOP
        EXECUTE format('CREATE TRIGGER stays_on_its_way BEFORE UPDATE OF case_id ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''keys_stay'')', the_table);
    END LOOP;
    FOREACH the_table IN ARRAY ARRAY['concern', 'question', 'parent_message', 'check_in', 'safeguarding_pointer'] LOOP
        EXECUTE format('CREATE TRIGGER stays_on_its_way BEFORE UPDATE OF case_id, pupil_id ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''keys_stay'')', the_table);
    END LOOP;
END $$;
CREATE TRIGGER target_stays_on_its_way BEFORE UPDATE OF place_id ON target
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
-- both
