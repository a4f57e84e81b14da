-- A message that waits to go out. It leaves only after the change that caused it was committed, is tried again with
-- growing pauses, and names no child (N6) unless it is a parent's own letter.
CREATE TABLE outbox (
    school_id        INTEGER NOT NULL REFERENCES school (id),
    id               TEXT    NOT NULL,
    address          TEXT    NOT NULL,
    subject          TEXT    NOT NULL,
    words            TEXT    NOT NULL,
    letter_id        TEXT,
    state            TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
    attempts         INTEGER NOT NULL DEFAULT 0,
    next_attempt_at  BIGINT  NOT NULL,
    made_at          BIGINT  NOT NULL,
    sent_at          BIGINT,
    last_fault       TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, letter_id) REFERENCES letter (school_id, id)
);
CREATE INDEX outbox_waiting ON outbox (school_id, next_attempt_at) WHERE state = 'waiting';

-- NA or SENCo asks the class teacher how a child is doing (G11).
CREATE TABLE question (
    school_id    INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    pupil_id     TEXT    NOT NULL,
    asked_by     TEXT    NOT NULL,
    asked_at     BIGINT  NOT NULL,
    words        TEXT    NOT NULL,
    answer       TEXT    NOT NULL DEFAULT '',
    answered_by  TEXT,
    answered_at  BIGINT,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, asked_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, answered_by) REFERENCES staff (school_id, id)
);
CREATE INDEX question_of_case ON question (school_id, case_id);
CREATE INDEX question_by ON question (school_id, asked_by);
CREATE INDEX question_open ON question (school_id, pupil_id) WHERE answered_at IS NULL;

-- NA to parent: waits for the class teacher, who sends, changes or speaks instead (S4).
CREATE TABLE parent_message (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    pupil_id    TEXT    NOT NULL,
    contact_id  TEXT    NOT NULL,
    written_by  TEXT    NOT NULL,
    written_at  BIGINT  NOT NULL,
    words       TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'spoken', 'put_aside')),
    words_sent  TEXT    NOT NULL DEFAULT '',
    handled_by  TEXT,
    handled_at  BIGINT,
    note        TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id)
);
CREATE INDEX parent_message_of_case ON parent_message (school_id, case_id);
CREATE INDEX parent_message_waiting ON parent_message (school_id, pupil_id) WHERE state = 'waiting';

-- A talk between staff about a child's needs and progress, in a line (G11).
CREATE TABLE liaison (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    with_whom   TEXT    NOT NULL,
    held_on     TEXT    NOT NULL,
    line        TEXT    NOT NULL,
    written_by  TEXT    NOT NULL,
    written_at  BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, written_by) REFERENCES staff (school_id, id)
);
CREATE INDEX liaison_of_case ON liaison (school_id, case_id);
