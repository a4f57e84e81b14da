-- How long nurture records are held (V4), where the school departs from Withy's own periods: the last row of a category
-- counts.
CREATE TABLE retention_period (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    category   TEXT    NOT NULL CHECK (category IN ('special_needs', 'nurture', 'not_taken_up', 'safeguarding_pointer')),
    years      INTEGER NOT NULL CHECK (years BETWEEN 1 AND 100),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    set_by     TEXT    NOT NULL,
    set_at     BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, set_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- What is held of a child whatever its time: an inquiry, a claim, a complaint.
CREATE TABLE retention_hold (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    made_by    TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    ended_by   TEXT,
    ended_at   BIGINT,
    ended_why  TEXT    NOT NULL DEFAULT '',
    CONSTRAINT hold_ends_with_a_reason
        CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_why = '')),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, ended_by) REFERENCES staff (school_id, id)
);
CREATE INDEX hold_of_pupil ON retention_hold (school_id, pupil_id);

-- An erasure that one person has signed and, once another has too, its certificate: whose by digest alone, what, when, how
-- many rows of which table.
CREATE TABLE erasure (
    school_id     INTEGER NOT NULL REFERENCES school (id),
    id            TEXT    NOT NULL,
    pupil_id      TEXT,
    pupil_digest  TEXT    NOT NULL,
    category      TEXT    NOT NULL CHECK (category IN ('special_needs', 'nurture', 'not_taken_up', 'safeguarding_pointer')),
    due_on        TEXT    NOT NULL,
    first_by      TEXT    NOT NULL,
    first_at      BIGINT  NOT NULL,
    second_by     TEXT,
    erased_at     BIGINT,
    counts        TEXT    NOT NULL DEFAULT '',
    CONSTRAINT erasure_is_signed_by_two CHECK (second_by <> first_by),
    CONSTRAINT erasure_is_one_act
        CHECK ((erased_at IS NULL) = (second_by IS NULL) AND (erased_at IS NULL) = (pupil_id IS NOT NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, first_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, second_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX erasure_of_pupil ON erasure (school_id, pupil_id, category) WHERE erased_at IS NULL;

-- only sqlite
CREATE TRIGGER period_is_never_changed BEFORE UPDATE ON retention_period
BEGIN SELECT RAISE(ABORT, 'period_stands'); END;
CREATE TRIGGER period_is_never_deleted BEFORE DELETE ON retention_period
BEGIN SELECT RAISE(ABORT, 'period_stands'); END;
CREATE TRIGGER hold_is_never_deleted BEFORE DELETE ON retention_hold
BEGIN SELECT RAISE(ABORT, 'hold_stands'); END;
CREATE TRIGGER hold_keeps_why_it_is BEFORE UPDATE OF school_id, id, pupil_id, reason, made_by, made_at ON retention_hold
BEGIN SELECT RAISE(ABORT, 'hold_stands'); END;
CREATE TRIGGER hold_that_ended_stands BEFORE UPDATE ON retention_hold WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'hold_stands'); END;
CREATE TRIGGER certificate_is_never_deleted BEFORE DELETE ON erasure WHEN OLD.erased_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;
CREATE TRIGGER certificate_is_never_changed BEFORE UPDATE ON erasure WHEN OLD.erased_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;
CREATE TRIGGER first_signature_stands BEFORE UPDATE OF school_id, id, pupil_digest, category, due_on, first_by, first_at ON erasure
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;
CREATE TRIGGER hold_beats_every_timer BEFORE UPDATE OF erased_at ON erasure
WHEN EXISTS (SELECT 1 FROM retention_hold h
              WHERE h.school_id = OLD.school_id AND h.pupil_id = OLD.pupil_id AND h.ended_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'record_is_held'); END;

-- only postgresql
CREATE TRIGGER period_stands BEFORE UPDATE OR DELETE ON retention_period
    FOR EACH ROW EXECUTE FUNCTION refuse('period_stands');
CREATE TRIGGER hold_is_never_deleted BEFORE DELETE ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION refuse('hold_stands');
CREATE TRIGGER hold_keeps_why_it_is BEFORE UPDATE OF school_id, id, pupil_id, reason, made_by, made_at ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION refuse('hold_stands');
CREATE TRIGGER hold_that_ended_stands BEFORE UPDATE ON retention_hold
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse('hold_stands');
CREATE TRIGGER certificate_stands BEFORE UPDATE OR DELETE ON erasure
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse('certificate_stands');
CREATE TRIGGER first_signature_stands BEFORE UPDATE OF school_id, id, pupil_digest, category, due_on, first_by, first_at ON erasure
    FOR EACH ROW EXECUTE FUNCTION refuse('certificate_stands');
-- Whoever holds and whoever erases wait for each other at the child.
CREATE FUNCTION hold_beats_every_timer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM pupil WHERE school_id = OLD.school_id AND id = OLD.pupil_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM retention_hold h
                WHERE h.school_id = OLD.school_id AND h.pupil_id = OLD.pupil_id AND h.ended_at IS NULL) THEN
        RAISE EXCEPTION 'record_is_held' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hold_beats_every_timer BEFORE UPDATE OF erased_at ON erasure
    FOR EACH ROW EXECUTE FUNCTION hold_beats_every_timer();
DO $$
DECLARE
    the_table TEXT;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['retention_period', 'retention_hold', 'erasure'] LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
