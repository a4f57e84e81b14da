-- What support works on: the policy's areas, and those that the school adds.
CREATE TABLE target_area (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    closed_on  TEXT,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX target_area_name ON target_area (school_id, name);

-- What a class teacher can do at once, by target area; the school's own come first (I9).
CREATE TABLE strategy (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    area_id     TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    schools_own INTEGER NOT NULL CHECK (schools_own IN (0, 1)),
    version     INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;
CREATE INDEX strategy_of_area ON strategy (school_id, area_id);

-- One way of one child from first concern to next step. A later need opens a case of its own. Its status is worked
-- out from its steps and stored nowhere.
CREATE TABLE nurture_case (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    opened_at  BIGINT  NOT NULL,
    closed_at  BIGINT,
    closed_why TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
) WITHOUT ROWID;
CREATE INDEX case_of_pupil ON nurture_case (school_id, pupil_id);
CREATE UNIQUE INDEX open_case_of_pupil ON nurture_case (school_id, pupil_id) WHERE closed_at IS NULL;
CREATE INDEX open_case ON nurture_case (school_id) WHERE closed_at IS NULL;

-- A step of a case, taken and perhaps undone; rows stay (R1).
CREATE TABLE step (
    school_id      INTEGER NOT NULL,
    id             TEXT    NOT NULL,
    case_id        TEXT    NOT NULL,
    step           TEXT    NOT NULL CHECK (step IN ('concern', 'referral', 'discussion', 'prioritisation',
                       'waiting_list', 'letter', 'consent', 'allocation', 'start', 'completion', 'impact_review',
                       'next_step')),
    taken_at       BIGINT  NOT NULL,
    taken_on       TEXT    NOT NULL,
    taken_by       TEXT,
    reason         TEXT    NOT NULL DEFAULT '',
    undone_at      BIGINT,
    undone_by      TEXT,
    undone_reason  TEXT,
    CHECK ((undone_at IS NULL) = (undone_reason IS NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, taken_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, undone_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX step_of_case ON step (school_id, case_id, taken_at);
CREATE UNIQUE INDEX step_standing ON step (school_id, case_id, step) WHERE undone_at IS NULL;

-- What someone noticed. A parent's concern keeps the answer that the parent was given (I5).
CREATE TABLE concern (
    school_id          INTEGER NOT NULL,
    id                 TEXT    NOT NULL,
    case_id            TEXT    NOT NULL,
    pupil_id           TEXT    NOT NULL,
    source             TEXT    NOT NULL CHECK (source IN ('parent', 'staff', 'agency')),
    source_name        TEXT    NOT NULL DEFAULT '',
    seen               TEXT    NOT NULL,
    tried              TEXT    NOT NULL DEFAULT '',
    attachment_figure  INTEGER NOT NULL CHECK (attachment_figure IN (0, 1)),
    parents_spoken_to  TEXT    NOT NULL CHECK (parents_spoken_to IN ('yes', 'not_yet', 'better_not')),
    noticed_on         TEXT    NOT NULL,
    written_by         TEXT    NOT NULL,
    written_at         BIGINT  NOT NULL,
    answer             TEXT    NOT NULL DEFAULT '',
    answered_by        TEXT,
    answered_at        BIGINT,
    version            INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, written_by) REFERENCES staff (school_id, id)
);
CREATE INDEX concern_of_case ON concern (school_id, case_id);
CREATE INDEX concern_by ON concern (school_id, written_by);

CREATE TABLE concern_area (
    school_id   INTEGER NOT NULL,
    concern_id  TEXT    NOT NULL,
    area_id     TEXT    NOT NULL,
    PRIMARY KEY (school_id, concern_id, area_id),
    FOREIGN KEY (school_id, concern_id) REFERENCES concern (school_id, id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;

-- School staff and the SENCo talked a referral through (R3).
CREATE TABLE discussion (
    school_id           INTEGER NOT NULL,
    id                  TEXT    NOT NULL,
    case_id             TEXT    NOT NULL,
    held_on             TEXT    NOT NULL,
    present             TEXT    NOT NULL DEFAULT '',
    outcome             TEXT    NOT NULL CHECK (outcome IN ('go_on', 'something_else', 'more_information', 'no_need_now')),
    reason              TEXT    NOT NULL,
    instead             TEXT    NOT NULL DEFAULT '',
    information_from    TEXT    NOT NULL DEFAULT '',
    information_by_on   TEXT,
    made_by             TEXT    NOT NULL,
    made_at             BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id)
);
CREATE INDEX discussion_of_case ON discussion (school_id, case_id);

-- The target areas agreed in a discussion.
CREATE TABLE agreed_area (
    school_id      INTEGER NOT NULL,
    discussion_id  TEXT    NOT NULL,
    area_id        TEXT    NOT NULL,
    PRIMARY KEY (school_id, discussion_id, area_id),
    FOREIGN KEY (school_id, discussion_id) REFERENCES discussion (school_id, id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;

-- SENCo and nurture staff weighed the referral and chose the form of support (R4). Need and impact run from 0 to 3.
CREATE TABLE prioritisation (
    school_id           INTEGER NOT NULL,
    id                  TEXT    NOT NULL,
    case_id             TEXT    NOT NULL,
    form                TEXT    NOT NULL CHECK (form IN ('one_to_one', 'group')),
    need                INTEGER NOT NULL CHECK (need BETWEEN 0 AND 3),
    impact_on_learning  INTEGER NOT NULL CHECK (impact_on_learning BETWEEN 0 AND 3),
    earlier_support     INTEGER NOT NULL CHECK (earlier_support IN (0, 1)),
    reason              TEXT    NOT NULL,
    made_by             TEXT    NOT NULL,
    made_at             BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id)
);
CREATE INDEX prioritisation_of_case ON prioritisation (school_id, case_id);

-- A prioritised referral for which no place exists yet (R5). `position` orders the list where people have moved it.
CREATE TABLE waiting (
    school_id        INTEGER NOT NULL,
    id               TEXT    NOT NULL,
    case_id          TEXT    NOT NULL,
    since_on         TEXT    NOT NULL,
    review_by_on     TEXT    NOT NULL,
    meanwhile        TEXT    NOT NULL,
    position         INTEGER NOT NULL,
    position_reason  TEXT    NOT NULL DEFAULT '',
    ended_on         TEXT,
    version          INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX waiting_now ON waiting (school_id, case_id) WHERE ended_on IS NULL;

-- Only this: a concern about this child was put on CPOMS, when, by whom, under which reference (S1). No narrative.
CREATE TABLE safeguarding_pointer (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    pupil_id    TEXT    NOT NULL,
    case_id     TEXT,
    put_at      BIGINT  NOT NULL,
    reference   TEXT    NOT NULL,
    noted_by    TEXT    NOT NULL,
    noted_at    BIGINT  NOT NULL,
    CHECK (length(reference) <= 40),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES staff (school_id, id)
);
CREATE INDEX pointer_of_pupil ON safeguarding_pointer (school_id, pupil_id);

-- A case does not close while a parent's concern has no answer (I5).
-- only sqlite
CREATE TRIGGER parent_is_answered BEFORE UPDATE OF closed_at ON nurture_case
WHEN NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM concern c
     WHERE c.school_id = NEW.school_id AND c.case_id = NEW.id AND c.source = 'parent' AND c.answer = '')
BEGIN SELECT RAISE(ABORT, 'parent_is_answered'); END;
-- only postgresql
CREATE FUNCTION parent_is_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL AND EXISTS (
        SELECT 1 FROM concern c
         WHERE c.school_id = NEW.school_id AND c.case_id = NEW.id AND c.source = 'parent' AND c.answer = '') THEN
        RAISE EXCEPTION 'parent_is_answered' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER parent_is_answered BEFORE UPDATE OF closed_at ON nurture_case
    FOR EACH ROW EXECUTE FUNCTION parent_is_answered();
-- both
