-- What people can mend, what stands, and until when.

-- A closing that was undone: what stood, and who opened the case again and why (R1).
CREATE TABLE undone_closing (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    closed_at   BIGINT  NOT NULL,
    closed_why  TEXT    NOT NULL,
    undone_at   BIGINT  NOT NULL,
    undone_by   TEXT    NOT NULL,
    reason      TEXT    NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, undone_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX undone_closing_of_case ON undone_closing (school_id, case_id);

-- A decision on what comes next whose step was undone stays on record, and another can be made.
ALTER TABLE next_step ADD COLUMN undone_at BIGINT;

-- A training entry that was corrected, or taken back where `name` is empty: what stood, and why it changed. How many
-- held sessions were left without training by it was said before.
CREATE TABLE training_correction (
    school_id           INTEGER NOT NULL,
    id                  TEXT    NOT NULL,
    training_id         TEXT    NOT NULL,
    staff_id            TEXT    NOT NULL,
    kind                TEXT    NOT NULL CHECK (kind IN ('nurture', 'safeguarding')),
    name_before         TEXT    NOT NULL,
    held_before         TEXT    NOT NULL,
    expires_before      TEXT    NOT NULL,
    name                TEXT    NOT NULL DEFAULT '',
    held_on             TEXT,
    expires_on          TEXT,
    sessions_untrained  INTEGER NOT NULL DEFAULT 0,
    reason              TEXT    NOT NULL CHECK (reason <> ''),
    made_by             TEXT    NOT NULL,
    made_at             BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX correction_of_staff ON training_correction (school_id, staff_id);

-- Who delivers a session where that is not who delivers the programme by now: those before a change of hands stay
-- with whom they were. The weekday is that of the first day until it is changed.
ALTER TABLE session ADD COLUMN deliverer_id TEXT;
CREATE INDEX session_handed_over ON session (school_id, programme_id, deliverer_id) WHERE deliverer_id IS NOT NULL;
CREATE INDEX session_still_of ON session (school_id, deliverer_id) WHERE deliverer_id IS NOT NULL;
ALTER TABLE programme ADD COLUMN weekday TEXT
    CHECK (weekday IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday'));

-- From a day on a programme has another deliverer, room, weekday or time, and why.
CREATE TABLE programme_change (
    school_id         INTEGER NOT NULL,
    id                TEXT    NOT NULL,
    programme_id      TEXT    NOT NULL,
    from_on           TEXT    NOT NULL,
    deliverer_before  TEXT    NOT NULL,
    deliverer_id      TEXT    NOT NULL,
    room_before       TEXT    NOT NULL,
    room_id           TEXT    NOT NULL,
    when_before       TEXT    NOT NULL,
    when_after        TEXT    NOT NULL,
    reason            TEXT    NOT NULL CHECK (reason <> ''),
    made_by           TEXT    NOT NULL,
    made_at           BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programme (school_id, id),
    FOREIGN KEY (school_id, deliverer_before) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, deliverer_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, room_before) REFERENCES room (school_id, id),
    FOREIGN KEY (school_id, room_id) REFERENCES room (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX change_of_programme ON programme_change (school_id, programme_id);

-- only sqlite
-- No training goes without a word of what it was.
CREATE TRIGGER training_goes_with_a_record BEFORE DELETE ON training
WHEN NOT EXISTS (SELECT 1 FROM training_correction c
                  WHERE c.school_id = OLD.school_id AND c.training_id = OLD.id AND c.name = ''
                    AND c.held_before = OLD.held_on AND c.expires_before = OLD.expires_on)
BEGIN SELECT RAISE(ABORT, 'training_stands'); END;
CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON training_correction
BEGIN SELECT RAISE(ABORT, 'correction_stands'); END;
CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON training_correction
BEGIN SELECT RAISE(ABORT, 'correction_stands'); END;

-- Who takes over is trained on the first day and works here (P2).
CREATE TRIGGER change_needs_training BEFORE INSERT ON programme_change
WHEN NEW.deliverer_id <> NEW.deliverer_before
BEGIN
    SELECT RAISE(ABORT, 'training_not_in_force') WHERE NOT EXISTS (
        SELECT 1 FROM training t
         WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.deliverer_id AND t.kind = 'nurture'
           AND t.held_on <= NEW.from_on AND t.expires_on >= NEW.from_on);
    SELECT RAISE(ABORT, 'deliverer_has_left') FROM staff f
     WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id AND f.left_on <= NEW.from_on;
END;
CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON programme_change
BEGIN SELECT RAISE(ABORT, 'change_stands'); END;
CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON programme_change
BEGIN SELECT RAISE(ABORT, 'change_stands'); END;
-- No child is given to a person who has left.
CREATE TRIGGER place_needs_somebody_here BEFORE INSERT ON place
WHEN EXISTS (SELECT 1 FROM programme g JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
              WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND f.left_on <= NEW.allocated_on)
BEGIN SELECT RAISE(ABORT, 'deliverer_has_left'); END;

-- What was written about a child's session stays as it was once the impact was measured, and with the case closed
-- nothing is added either. What was never written can still be, after the review, with the day it was written.
CREATE TRIGGER evaluation_settles BEFORE UPDATE ON evaluation
WHEN OLD.writing = 'written'
 AND EXISTS (SELECT 1 FROM impact_review i
              WHERE i.school_id = OLD.school_id AND i.place_id = OLD.place_id AND i.undone_at IS NULL)
  OR EXISTS (SELECT 1 FROM place p JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE p.school_id = OLD.school_id AND p.id = OLD.place_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER evaluation_of_a_closed_case BEFORE INSERT ON evaluation
WHEN EXISTS (SELECT 1 FROM place p JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
-- Only a plain absence of the register goes with its session.
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
WHEN OLD.attended = 1 OR OLD.version > 1 OR OLD.noticed <> '' OR OLD.next_time <> '' OR OLD.confidence <> ''
BEGIN SELECT RAISE(ABORT, 'evaluation_stands'); END;

CREATE TRIGGER rating_arrives_before_the_review BEFORE INSERT ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN impact_review i ON i.school_id = e.school_id AND i.place_id = e.place_id AND i.undone_at IS NULL
              WHERE e.school_id = NEW.school_id AND e.id = NEW.evaluation_id AND e.written_at < i.reviewed_at)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER rating_settles BEFORE UPDATE ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN impact_review i ON i.school_id = e.school_id AND i.place_id = e.place_id AND i.undone_at IS NULL
              WHERE e.school_id = OLD.school_id AND e.id = OLD.evaluation_id)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER rating_stays BEFORE DELETE ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN impact_review i ON i.school_id = e.school_id AND i.place_id = e.place_id AND i.undone_at IS NULL
              WHERE e.school_id = OLD.school_id AND e.id = OLD.evaluation_id)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;

-- A child who was written up as present and is now absent was written up all the same: the second version says so.
DROP TRIGGER held_day_stands;
CREATE TRIGGER held_day_stands BEFORE UPDATE OF held_on, outcome ON session
WHEN OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on)
 AND EXISTS (SELECT 1 FROM evaluation e
              WHERE e.school_id = OLD.school_id AND e.session_id = OLD.id AND (e.attended = 1 OR e.version > 1))
BEGIN SELECT RAISE(ABORT, 'held_day_stands'); END;

-- No case is opened again, or closed for another reason, without a word of what stood.
CREATE TRIGGER closing_stands BEFORE UPDATE OF closed_at, closed_why ON nurture_case
WHEN OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NOT OLD.closed_at OR NEW.closed_why <> OLD.closed_why)
 AND NOT EXISTS (SELECT 1 FROM undone_closing u
                  WHERE u.school_id = OLD.school_id AND u.case_id = OLD.id AND u.closed_at = OLD.closed_at
                    AND u.closed_why = OLD.closed_why AND NEW.closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'closing_stands'); END;
CREATE TRIGGER undone_closing_is_never_changed BEFORE UPDATE ON undone_closing
BEGIN SELECT RAISE(ABORT, 'closing_stands'); END;
CREATE TRIGGER undone_closing_is_never_deleted BEFORE DELETE ON undone_closing
BEGIN SELECT RAISE(ABORT, 'closing_stands'); END;

-- only postgresql
-- No training goes without a word of what it was.
CREATE FUNCTION training_goes_with_a_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM training_correction c
                    WHERE c.school_id = OLD.school_id AND c.training_id = OLD.id AND c.name = ''
                      AND c.held_before = OLD.held_on AND c.expires_before = OLD.expires_on) THEN
        RAISE EXCEPTION 'training_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER training_goes_with_a_record BEFORE DELETE ON training
    FOR EACH ROW EXECUTE FUNCTION training_goes_with_a_record();
CREATE TRIGGER correction_is_never_changed BEFORE UPDATE OR DELETE ON training_correction
    FOR EACH ROW EXECUTE FUNCTION refuse('correction_stands');

-- Who takes over is trained on the first day and works here (P2).
CREATE FUNCTION guard_programme_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.deliverer_id = NEW.deliverer_before THEN RETURN NEW; END IF;
    IF NOT trained_on(NEW.school_id, NEW.deliverer_id, NEW.from_on) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM staff f
                WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id AND f.left_on <= NEW.from_on) THEN
        RAISE EXCEPTION 'deliverer_has_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_programme_change BEFORE INSERT ON programme_change
    FOR EACH ROW EXECUTE FUNCTION guard_programme_change();
CREATE TRIGGER change_is_never_changed BEFORE UPDATE OR DELETE ON programme_change
    FOR EACH ROW EXECUTE FUNCTION refuse('change_stands');
-- No child is given to a person who has left.
CREATE FUNCTION place_needs_somebody_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM programme g JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
                WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND f.left_on <= NEW.allocated_on) THEN
        RAISE EXCEPTION 'deliverer_has_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_needs_somebody_here BEFORE INSERT ON place
    FOR EACH ROW EXECUTE FUNCTION place_needs_somebody_here();

CREATE FUNCTION closing_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NULL OR NEW.closed_at IS NOT DISTINCT FROM OLD.closed_at AND NEW.closed_why = OLD.closed_why
       OR NEW.closed_at IS NULL AND EXISTS (
              SELECT 1 FROM undone_closing u
               WHERE u.school_id = OLD.school_id AND u.case_id = OLD.id AND u.closed_at = OLD.closed_at
                 AND u.closed_why = OLD.closed_why) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'closing_stands' USING ERRCODE = '23W01';
END $$;
CREATE TRIGGER closing_stands BEFORE UPDATE OF closed_at, closed_why ON nurture_case
    FOR EACH ROW EXECUTE FUNCTION closing_stands();
CREATE TRIGGER undone_closing_is_never_changed BEFORE UPDATE OR DELETE ON undone_closing
    FOR EACH ROW EXECUTE FUNCTION refuse('closing_stands');

CREATE FUNCTION is_closed(school INTEGER, the_place TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM place p JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
                    WHERE p.school_id = school AND p.id = the_place AND n.closed_at IS NOT NULL)
$$;
CREATE FUNCTION is_reviewed(school INTEGER, the_place TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM impact_review i
                    WHERE i.school_id = school AND i.place_id = the_place AND i.undone_at IS NULL)
$$;

-- What was written about a child's session stays as it was once the impact was measured, and with the case closed
-- nothing is added either. What was never written can still be, after the review, with the day it was written.
CREATE FUNCTION evaluation_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.writing = 'written' AND is_reviewed(OLD.school_id, OLD.place_id) THEN
            RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF is_closed(NEW.school_id, NEW.place_id) THEN
        RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER evaluation_settles BEFORE INSERT OR UPDATE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION evaluation_settles();
-- Only a plain absence of the register goes with its session.
CREATE TRIGGER evaluation_is_not_taken_back BEFORE DELETE ON evaluation
    FOR EACH ROW WHEN (OLD.attended = 1 OR OLD.version > 1 OR OLD.noticed <> '' OR OLD.next_time <> ''
                       OR OLD.confidence <> '')
    EXECUTE FUNCTION refuse('evaluation_stands');

CREATE FUNCTION rating_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT 1 FROM evaluation e
                     JOIN impact_review i ON i.school_id = e.school_id AND i.place_id = e.place_id
                                         AND i.undone_at IS NULL
                    WHERE e.school_id = NEW.school_id AND e.id = NEW.evaluation_id
                      AND e.written_at < i.reviewed_at) THEN
            RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
        END IF;
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT 1 FROM evaluation e
                WHERE e.school_id = OLD.school_id AND e.id = OLD.evaluation_id
                  AND is_reviewed(e.school_id, e.place_id)) THEN
        RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rating_settles BEFORE INSERT OR UPDATE OR DELETE ON target_rating
    FOR EACH ROW EXECUTE FUNCTION rating_settles();

-- A child who was written up as present and is now absent was written up all the same: the second version says so.
CREATE OR REPLACE FUNCTION guard_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome = 'delivered' AND NOT trained_on(NEW.school_id, NEW.delivered_by, NEW.held_on) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on)
           AND EXISTS (SELECT 1 FROM evaluation e
                        WHERE e.school_id = OLD.school_id AND e.session_id = OLD.id
                          AND (e.attended = 1 OR e.version > 1)) THEN
            RAISE EXCEPTION 'held_day_stands' USING ERRCODE = '23W01';
        END IF;
    END IF;
    RETURN NEW;
END $$;
-- both
