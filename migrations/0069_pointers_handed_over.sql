-- Whether a school hands pointers over to its CPOMS (S2), and by which of a child's references. Without a row: nothing.
CREATE TABLE cpoms_connection (
    school_id   INTEGER NOT NULL PRIMARY KEY REFERENCES school (id),
    hands_over  TEXT    NOT NULL CHECK (hands_over IN ('nothing', 'with_upn', 'with_admission_number'))
);

-- A pointer on its way to the school's CPOMS, and whether it has arrived. `tries_since` is when it was made, or last asked
-- to be tried again; from then its patience counts.
CREATE TABLE handover (
    school_id       INTEGER NOT NULL,
    pointer_id      TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'handed_over', 'given_up')),
    tries           INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tries_since     BIGINT  NOT NULL,
    next_try_at     BIGINT  NOT NULL,
    made_at         BIGINT  NOT NULL,
    handed_over_at  BIGINT,
    CHECK ((state = 'handed_over') = (handed_over_at IS NOT NULL)),
    PRIMARY KEY (school_id, pointer_id),
    FOREIGN KEY (school_id, pointer_id) REFERENCES safeguarding_pointer (school_id, id)
);
CREATE INDEX handover_waiting ON handover (school_id, next_try_at) WHERE state = 'waiting';

-- Each try, for good: when, and what went wrong; empty where it was taken.
CREATE TABLE handover_try (
    school_id   INTEGER NOT NULL,
    pointer_id  TEXT    NOT NULL,
    number      INTEGER NOT NULL CHECK (number >= 1),
    tried_at    BIGINT  NOT NULL,
    fault       TEXT    NOT NULL CHECK (length(fault) <= 300),
    PRIMARY KEY (school_id, pointer_id, number),
    FOREIGN KEY (school_id, pointer_id) REFERENCES handover (school_id, pointer_id)
);

-- only sqlite
CREATE TRIGGER handover_begins_waiting BEFORE INSERT ON handover
WHEN NEW.state <> 'waiting' OR NEW.tries <> 0
BEGIN SELECT RAISE(ABORT, 'handover_stands'); END;
CREATE TRIGGER handed_over_stands BEFORE UPDATE ON handover
WHEN OLD.state = 'handed_over' OR NEW.school_id <> OLD.school_id OR NEW.pointer_id <> OLD.pointer_id
  OR NEW.made_at <> OLD.made_at OR NEW.tries < OLD.tries
BEGIN SELECT RAISE(ABORT, 'handover_stands'); END;
CREATE TRIGGER handover_is_never_deleted BEFORE DELETE ON handover
BEGIN SELECT RAISE(ABORT, 'handover_stands'); END;
CREATE TRIGGER handover_try_is_never_changed BEFORE UPDATE ON handover_try
BEGIN SELECT RAISE(ABORT, 'handover_stands'); END;
CREATE TRIGGER handover_try_is_never_deleted BEFORE DELETE ON handover_try
BEGIN SELECT RAISE(ABORT, 'handover_stands'); END;

-- only postgresql
CREATE TRIGGER handover_begins_waiting BEFORE INSERT ON handover
    FOR EACH ROW WHEN (NEW.state <> 'waiting' OR NEW.tries <> 0) EXECUTE FUNCTION refuse('handover_stands');
CREATE TRIGGER handed_over_stands BEFORE UPDATE ON handover
    FOR EACH ROW WHEN (OLD.state = 'handed_over' OR NEW.school_id <> OLD.school_id
                       OR NEW.pointer_id <> OLD.pointer_id OR NEW.made_at <> OLD.made_at OR NEW.tries < OLD.tries)
    EXECUTE FUNCTION refuse('handover_stands');
CREATE TRIGGER handover_is_never_deleted BEFORE DELETE ON handover
    FOR EACH ROW EXECUTE FUNCTION refuse('handover_stands');
CREATE TRIGGER handover_try_stands BEFORE UPDATE OR DELETE ON handover_try
    FOR EACH ROW EXECUTE FUNCTION refuse('handover_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON cpoms_connection
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON handover
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON handover_try
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
