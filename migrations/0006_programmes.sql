-- Weekly sessions of planned support, one to one or for a group (G1). `places` is how many children it may hold:
-- one, or at most what the policy version in force allows a group.
CREATE TABLE programme (
    school_id          INTEGER NOT NULL,
    id                 TEXT    NOT NULL,
    name               TEXT    NOT NULL,
    form               TEXT    NOT NULL CHECK (form IN ('one_to_one', 'group')),
    deliverer_id       TEXT    NOT NULL,
    room_id            TEXT    NOT NULL,
    starts_on          TEXT    NOT NULL,
    starts_at_time     TEXT    NOT NULL,
    minutes            INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 240),
    weeks              INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 40),
    places             INTEGER NOT NULL CHECK (places >= 1),
    policy_version_id  TEXT    NOT NULL,
    bounds_reason      TEXT    NOT NULL DEFAULT '',
    extension_reason   TEXT    NOT NULL DEFAULT '',
    started_on         TEXT,
    completed_on       TEXT,
    made_by            TEXT    NOT NULL,
    made_at            BIGINT  NOT NULL,
    version            INTEGER NOT NULL DEFAULT 1,
    CHECK (form = 'group' OR places = 1),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, deliverer_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, room_id) REFERENCES room (school_id, id),
    FOREIGN KEY (school_id, policy_version_id) REFERENCES policy_version (school_id, id)
);
CREATE INDEX programme_of_deliverer ON programme (school_id, deliverer_id);

-- A child in a programme. Ended early, it says when and why.
CREATE TABLE place (
    school_id     INTEGER NOT NULL,
    id            TEXT    NOT NULL,
    programme_id  TEXT    NOT NULL,
    case_id       TEXT    NOT NULL,
    pupil_id      TEXT    NOT NULL,
    allocated_on  TEXT    NOT NULL,
    allocated_by  TEXT    NOT NULL,
    allocated_at  BIGINT  NOT NULL,
    ended_on      TEXT,
    end_reason    TEXT    CHECK (end_reason IN ('completed', 'consent_withdrawn', 'left_school', 'no_longer_needed',
                                                'moved_programme', 'allocation_undone')),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programme (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
) WITHOUT ROWID;
CREATE INDEX place_in_programme ON place (school_id, programme_id, allocated_on, ended_on);
CREATE UNIQUE INDEX one_place_at_a_time ON place (school_id, pupil_id) WHERE ended_on IS NULL;
CREATE INDEX place_of_case ON place (school_id, case_id);

-- What this child hopes for, in their own words.
CREATE TABLE target (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    place_id   TEXT    NOT NULL,
    area_id    TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    ended_on   TEXT,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, place_id) REFERENCES place (school_id, id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;
CREATE INDEX target_of_place ON target (school_id, place_id);

-- Where the class teacher sees the child on a target, from 0 to 10, before the programme and after it.
CREATE TABLE target_measure (
    school_id  INTEGER NOT NULL,
    target_id  TEXT    NOT NULL,
    occasion   TEXT    NOT NULL CHECK (occasion IN ('before', 'after')),
    rating     INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    rated_by   TEXT    NOT NULL,
    rated_at   BIGINT  NOT NULL,
    PRIMARY KEY (school_id, target_id, occasion),
    FOREIGN KEY (school_id, target_id) REFERENCES target (school_id, id),
    FOREIGN KEY (school_id, rated_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- One weekly session: planned, then delivered, or not held for a coded reason (G5). A trained colleague may stand in.
CREATE TABLE session (
    school_id        INTEGER NOT NULL,
    id               TEXT    NOT NULL,
    programme_id     TEXT    NOT NULL,
    number           INTEGER NOT NULL,
    planned_on       TEXT    NOT NULL,
    starts_at_time   TEXT    NOT NULL,
    room_id          TEXT    NOT NULL,
    plan             TEXT    NOT NULL DEFAULT '',
    plan_reviewed_on TEXT,
    plan_reviewed_by TEXT,
    plan_review      TEXT    NOT NULL DEFAULT '',
    outcome          TEXT    NOT NULL CHECK (outcome IN ('planned', 'delivered', 'not_held')),
    held_on          TEXT,
    delivered_by     TEXT,
    stand_in_id      TEXT,
    why_not          TEXT    CHECK (why_not IN ('pupil_absent', 'staff_absent', 'room_lost', 'trip', 'test_week',
                                                'school_closed', 'consent_withdrawn', 'something_else')),
    rearranged       INTEGER NOT NULL DEFAULT 0 CHECK (rearranged IN (0, 1)),
    version          INTEGER NOT NULL DEFAULT 1,
    CHECK ((outcome = 'delivered') = (held_on IS NOT NULL AND delivered_by IS NOT NULL)),
    CHECK ((outcome = 'not_held') = (why_not IS NOT NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programme (school_id, id),
    FOREIGN KEY (school_id, room_id) REFERENCES room (school_id, id),
    FOREIGN KEY (school_id, delivered_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, stand_in_id) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX session_of_programme ON session (school_id, programme_id, number);
CREATE INDEX session_in_order ON session (school_id, programme_id, planned_on, number);
CREATE INDEX session_on_day ON session (school_id, planned_on);

-- What a session did for one child (G4). `confidence` is what the child said: for the allocated NA alone (N2). It is
-- `begun` while only the child has said how it was.
CREATE TABLE evaluation (
    school_id       INTEGER NOT NULL,
    id              TEXT    NOT NULL,
    session_id      TEXT    NOT NULL,
    place_id        TEXT    NOT NULL,
    pupil_id        TEXT    NOT NULL,
    attended        INTEGER NOT NULL CHECK (attended IN (0, 1)),
    why_absent      TEXT    CHECK (why_absent IN ('ill', 'away', 'chose_not_to', 'kept_in_class', 'something_else')),
    feeling         TEXT    CHECK (feeling IN ('really_hard', 'not_so_good', 'in_between', 'good', 'great')),
    noticed         TEXT    NOT NULL DEFAULT '',
    next_time       TEXT    NOT NULL DEFAULT '',
    confidence      TEXT    NOT NULL DEFAULT '',
    writing         TEXT    NOT NULL DEFAULT 'written' CHECK (writing IN ('begun', 'written')),
    written_by      TEXT    NOT NULL,
    written_at      BIGINT  NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    CHECK (attended = 1 OR why_absent IS NOT NULL),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, session_id) REFERENCES session (school_id, id),
    FOREIGN KEY (school_id, place_id) REFERENCES place (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, written_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX evaluation_of_session ON evaluation (school_id, session_id, place_id);
CREATE INDEX evaluation_of_place ON evaluation (school_id, place_id);
CREATE INDEX evaluation_written ON evaluation (school_id, session_id, place_id) WHERE writing = 'written';

-- Progress against a target in one session, from 0 to 10.
CREATE TABLE target_rating (
    school_id      INTEGER NOT NULL,
    evaluation_id  TEXT    NOT NULL,
    target_id      TEXT    NOT NULL,
    rating         INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    PRIMARY KEY (school_id, evaluation_id, target_id),
    FOREIGN KEY (school_id, evaluation_id) REFERENCES evaluation (school_id, id),
    FOREIGN KEY (school_id, target_id) REFERENCES target (school_id, id)
) WITHOUT ROWID;

-- The class teacher's measure, weeks after the last session (M2). The day is the day it was written, never another.
CREATE TABLE impact_review (
    school_id    INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    place_id     TEXT    NOT NULL,
    reviewer_id  TEXT    NOT NULL,
    reviewed_on  TEXT    NOT NULL,
    reviewed_at  BIGINT  NOT NULL,
    words        TEXT    NOT NULL,
    outcome      TEXT    NOT NULL CHECK (outcome IN ('sustained', 'partly', 'not_yet')),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, place_id) REFERENCES place (school_id, id),
    FOREIGN KEY (school_id, reviewer_id) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX one_impact_review_a_place ON impact_review (school_id, place_id);

-- What comes after the impact review (M4).
CREATE TABLE next_step (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    case_id    TEXT    NOT NULL,
    next       TEXT    NOT NULL CHECK (next IN ('nothing', 'another_programme', 'something_different', 'outside_agency')),
    reason     TEXT    NOT NULL,
    made_by    TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id)
);
CREATE INDEX next_step_of_case ON next_step (school_id, case_id);

-- A brief meeting of child and Nurture Assistant after the programme (M5).
CREATE TABLE check_in (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    case_id    TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    asked_by   TEXT    NOT NULL CHECK (asked_by IN ('child', 'nurture_assistant')),
    asked_on   TEXT    NOT NULL,
    held_on    TEXT,
    line       TEXT    NOT NULL DEFAULT '',
    made_by    TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
);
CREATE INDEX check_in_of_case ON check_in (school_id, case_id);
CREATE INDEX check_in_wanted ON check_in (school_id) WHERE held_on IS NULL;

-- The hard gates. A rule says them first, in words; the database refuses what slips past.

-- only sqlite
CREATE TRIGGER place_needs_consent BEFORE INSERT ON place
WHEN NOT (
    EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = NEW.case_id AND a.answered_on <= NEW.allocated_on
               AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= NEW.allocated_on)
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = NEW.case_id AND b.number > a.number
                          AND b.answered_on <= NEW.allocated_on AND b.contact_id = a.contact_id))
    AND NOT EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = NEW.case_id AND a.answered_on <= NEW.allocated_on
               AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = NEW.case_id AND b.number > a.number
                          AND b.answered_on <= NEW.allocated_on
                          AND (b.contact_id = a.contact_id OR b.answer = 'decided_to_go_ahead'))))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

CREATE TRIGGER place_within_the_programme BEFORE INSERT ON place
WHEN (SELECT count(*) FROM place p
       WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.ended_on IS NULL)
     >= (SELECT places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)
BEGIN SELECT RAISE(ABORT, 'no_place_left'); END;

CREATE TRIGGER place_returns_within_the_programme BEFORE UPDATE OF ended_on, programme_id ON place
WHEN NEW.ended_on IS NULL AND (OLD.ended_on IS NOT NULL OR OLD.programme_id <> NEW.programme_id)
 AND (SELECT count(*) FROM place p
       WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.ended_on IS NULL)
     >= (SELECT places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)
BEGIN SELECT RAISE(ABORT, 'no_place_left'); END;

CREATE TRIGGER places_within_the_policy BEFORE INSERT ON programme
WHEN NEW.form = 'group'
 AND NEW.places > (SELECT group_most FROM policy_version v
                    WHERE v.school_id = NEW.school_id AND v.id = NEW.policy_version_id)
BEGIN SELECT RAISE(ABORT, 'group_too_large'); END;
CREATE TRIGGER places_stay_within_the_policy BEFORE UPDATE OF places, policy_version_id ON programme
WHEN NEW.form = 'group'
 AND NEW.places > (SELECT group_most FROM policy_version v
                    WHERE v.school_id = NEW.school_id AND v.id = NEW.policy_version_id)
BEGIN SELECT RAISE(ABORT, 'group_too_large'); END;

CREATE TRIGGER place_needs_training BEFORE INSERT ON place
WHEN NOT EXISTS (SELECT 1 FROM programme g JOIN training t
                   ON t.school_id = g.school_id AND t.staff_id = g.deliverer_id AND t.kind = 'nurture'
                WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id
                  AND t.held_on <= NEW.allocated_on AND t.expires_on >= NEW.allocated_on)
BEGIN SELECT RAISE(ABORT, 'training_not_in_force'); END;

CREATE TRIGGER delivery_needs_training BEFORE UPDATE OF outcome, held_on, delivered_by ON session
WHEN NEW.outcome = 'delivered'
 AND NOT EXISTS (SELECT 1 FROM training t
                  WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.delivered_by AND t.kind = 'nurture'
                    AND t.held_on <= NEW.held_on AND t.expires_on >= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'training_not_in_force'); END;
CREATE TRIGGER delivered_on_arrival_needs_training BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered'
 AND NOT EXISTS (SELECT 1 FROM training t
                  WHERE t.school_id = NEW.school_id AND t.staff_id = NEW.delivered_by AND t.kind = 'nurture'
                    AND t.held_on <= NEW.held_on AND t.expires_on >= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'training_not_in_force'); END;

-- A child is evaluated as present only in a session that was held, on a day with consent in force.
CREATE TRIGGER evaluation_needs_consent BEFORE INSERT ON evaluation
WHEN NEW.attended = 1 AND NOT EXISTS (
    SELECT 1 FROM session s JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered' AND p.id = NEW.place_id
       AND EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = p.case_id AND a.answered_on <= s.held_on
               AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= s.held_on)
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = p.case_id AND b.number > a.number
                          AND b.answered_on <= s.held_on AND b.contact_id = a.contact_id))
       AND NOT EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = p.case_id AND a.answered_on <= s.held_on
               AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = p.case_id AND b.number > a.number
                          AND b.answered_on <= s.held_on
                          AND (b.contact_id = a.contact_id OR b.answer = 'decided_to_go_ahead'))))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;
CREATE TRIGGER evaluation_still_needs_consent BEFORE UPDATE OF attended, session_id, place_id ON evaluation
WHEN NEW.attended = 1 AND (OLD.attended = 0 OR OLD.session_id <> NEW.session_id OR OLD.place_id <> NEW.place_id)
 AND NOT EXISTS (
    SELECT 1 FROM session s JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered' AND p.id = NEW.place_id
       AND EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = p.case_id AND a.answered_on <= s.held_on
               AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= s.held_on)
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = p.case_id AND b.number > a.number
                          AND b.answered_on <= s.held_on AND b.contact_id = a.contact_id))
       AND NOT EXISTS (SELECT 1 FROM consent_answer a
             WHERE a.school_id = NEW.school_id AND a.case_id = p.case_id AND a.answered_on <= s.held_on
               AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
               AND NOT EXISTS (SELECT 1 FROM consent_answer b
                        WHERE b.school_id = NEW.school_id AND b.case_id = p.case_id AND b.number > a.number
                          AND b.answered_on <= s.held_on
                          AND (b.contact_id = a.contact_id OR b.answer = 'decided_to_go_ahead'))))
BEGIN SELECT RAISE(ABORT, 'no_consent_in_force'); END;

-- The day a session was held is what consent was judged by: it stands once a child has been evaluated.
CREATE TRIGGER held_day_stands BEFORE UPDATE OF held_on, outcome ON session
WHEN OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on)
 AND EXISTS (SELECT 1 FROM evaluation e
              WHERE e.school_id = OLD.school_id AND e.session_id = OLD.id AND e.attended = 1)
BEGIN SELECT RAISE(ABORT, 'held_day_stands'); END;

CREATE TRIGGER impact_is_measured_by_another BEFORE INSERT ON impact_review
WHEN EXISTS (SELECT 1 FROM place p JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
              WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND g.deliverer_id = NEW.reviewer_id)
  OR EXISTS (SELECT 1 FROM place p JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
              WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND s.delivered_by = NEW.reviewer_id)
BEGIN SELECT RAISE(ABORT, 'deliverer_reviews_own_work'); END;

-- only postgresql
CREATE FUNCTION trained_on(school INTEGER, person TEXT, day TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM training t
                    WHERE t.school_id = school AND t.staff_id = person AND t.kind = 'nurture'
                      AND t.held_on <= day AND t.expires_on >= day)
$$;

CREATE FUNCTION guard_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_programme programme%ROWTYPE;
BEGIN
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
CREATE TRIGGER guard_place BEFORE INSERT OR UPDATE OF ended_on, programme_id ON place
    FOR EACH ROW EXECUTE FUNCTION guard_place();

CREATE FUNCTION guard_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.form = 'group'
       AND NEW.places > (SELECT group_most FROM policy_version v
                          WHERE v.school_id = NEW.school_id AND v.id = NEW.policy_version_id) THEN
        RAISE EXCEPTION 'group_too_large' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_programme BEFORE INSERT OR UPDATE OF places, policy_version_id ON programme
    FOR EACH ROW EXECUTE FUNCTION guard_programme();

CREATE FUNCTION guard_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.outcome = 'delivered' AND NOT trained_on(NEW.school_id, NEW.delivered_by, NEW.held_on) THEN
        RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on)
           AND EXISTS (SELECT 1 FROM evaluation e
                        WHERE e.school_id = OLD.school_id AND e.session_id = OLD.id AND e.attended = 1) THEN
            RAISE EXCEPTION 'held_day_stands' USING ERRCODE = '23W01';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_session BEFORE INSERT OR UPDATE OF outcome, held_on, delivered_by ON session
    FOR EACH ROW EXECUTE FUNCTION guard_session();

CREATE FUNCTION guard_evaluation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_case TEXT;
    the_day TEXT;
BEGIN
    IF NEW.attended = 0 THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.attended = 1 AND OLD.session_id = NEW.session_id AND OLD.place_id = NEW.place_id THEN
            RETURN NEW;
        END IF;
    END IF;
    SELECT p.case_id, s.held_on INTO the_case, the_day
      FROM session s JOIN place p ON p.school_id = s.school_id AND p.programme_id = s.programme_id
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered' AND p.id = NEW.place_id;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = the_case FOR UPDATE;
    IF the_case IS NULL OR NOT consent_in_force(NEW.school_id, the_case, the_day) THEN
        RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_evaluation BEFORE INSERT OR UPDATE OF attended, session_id, place_id ON evaluation
    FOR EACH ROW EXECUTE FUNCTION guard_evaluation();

CREATE FUNCTION guard_impact_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                 JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
                 LEFT JOIN session s ON s.school_id = p.school_id AND s.programme_id = p.programme_id
                WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id
                  AND (g.deliverer_id = NEW.reviewer_id OR s.delivered_by = NEW.reviewer_id)) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_impact_review BEFORE INSERT ON impact_review
    FOR EACH ROW EXECUTE FUNCTION guard_impact_review();
-- both
