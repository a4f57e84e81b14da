-- Two records of one child that became one (V6): which stays, which is no more, and by whom. What was moved, and what of the two
-- could not stand beside each other, is kept here, so that it can be taken back for thirty days. Whoever asks for the former record
-- is led to the one that stays.
CREATE TABLE merging (
    school_id      INTEGER NOT NULL REFERENCES school (id),
    id             TEXT    NOT NULL,
    stays_id       TEXT    NOT NULL,
    stays_version  INTEGER NOT NULL,
    former_id      TEXT    NOT NULL,
    former_upn     TEXT    NOT NULL DEFAULT '',
    made_by        TEXT    NOT NULL,
    made_at        BIGINT  NOT NULL,
    undone_by      TEXT,
    undone_at      BIGINT,
    undone_why     TEXT    NOT NULL DEFAULT '',
    CONSTRAINT merging_is_of_two CHECK (stays_id <> former_id),
    CONSTRAINT merging_is_undone_with_a_reason
        CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_why = '')),
    CONSTRAINT merging_is_undone_within_thirty_days CHECK (undone_at - made_at <= 2678400000),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, stays_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, undone_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX merged_once ON merging (school_id, former_id) WHERE undone_at IS NULL;
CREATE INDEX mergings_of_child ON merging (school_id, stays_id);

-- A row that went over to the record that stays.
CREATE TABLE merged_row (
    school_id   INTEGER NOT NULL,
    merging_id  TEXT    NOT NULL,
    of_table    TEXT    NOT NULL,
    row_id      TEXT    NOT NULL,
    PRIMARY KEY (school_id, merging_id, of_table, row_id),
    FOREIGN KEY (school_id, merging_id) REFERENCES merging (school_id, id)
) WITHOUT ROWID;

-- Both records as they stood before.
CREATE TABLE merged_pupil (
    school_id           INTEGER NOT NULL,
    merging_id          TEXT    NOT NULL,
    id                  TEXT    NOT NULL,
    upn                 TEXT,
    former_upn          TEXT,
    admission_number    TEXT    NOT NULL,
    legal_forename      TEXT    NOT NULL,
    legal_surname       TEXT    NOT NULL,
    preferred_forename  TEXT    NOT NULL,
    preferred_surname   TEXT    NOT NULL,
    born_on             TEXT    NOT NULL,
    sex                 TEXT    NOT NULL,
    year_group          TEXT    NOT NULL,
    sen_provision       TEXT    NOT NULL,
    folded_name         TEXT    NOT NULL,
    joined_on           TEXT    NOT NULL,
    left_on             TEXT,
    version             INTEGER NOT NULL,
    PRIMARY KEY (school_id, merging_id, id),
    FOREIGN KEY (school_id, merging_id) REFERENCES merging (school_id, id)
) WITHOUT ROWID;

-- A child is in one class at a time, and a contact is one thing to a child: what the former record said is put aside.
CREATE TABLE merged_membership (
    school_id   INTEGER NOT NULL,
    merging_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    pupil_id    TEXT    NOT NULL,
    class_id    TEXT    NOT NULL,
    starts_on   TEXT    NOT NULL,
    ends_on     TEXT,
    PRIMARY KEY (school_id, merging_id, id),
    FOREIGN KEY (school_id, merging_id) REFERENCES merging (school_id, id),
    FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id)
) WITHOUT ROWID;
CREATE TABLE merged_tie (
    school_id       INTEGER NOT NULL,
    merging_id      TEXT    NOT NULL,
    pupil_id        TEXT    NOT NULL,
    contact_id      TEXT    NOT NULL,
    relationship    TEXT    NOT NULL,
    is_parent       INTEGER NOT NULL,
    responsibility  INTEGER NOT NULL,
    lives_with      INTEGER NOT NULL,
    restriction     TEXT    NOT NULL,
    PRIMARY KEY (school_id, merging_id, contact_id),
    FOREIGN KEY (school_id, merging_id) REFERENCES merging (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER merging_is_never_deleted BEFORE DELETE ON merging
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merging_keeps_what_it_is BEFORE UPDATE OF school_id, id, stays_id, stays_version, former_id, former_upn, made_by, made_at
ON merging
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merging_that_was_undone_stands BEFORE UPDATE ON merging WHEN OLD.undone_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_row_is_never_deleted BEFORE DELETE ON merged_row
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_row_is_never_changed BEFORE UPDATE ON merged_row
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_pupil_is_never_deleted BEFORE DELETE ON merged_pupil
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_pupil_is_never_changed BEFORE UPDATE ON merged_pupil
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_membership_is_never_deleted BEFORE DELETE ON merged_membership
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_membership_is_never_changed BEFORE UPDATE ON merged_membership
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_tie_is_never_deleted BEFORE DELETE ON merged_tie
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_tie_is_never_changed BEFORE UPDATE ON merged_tie
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;

-- only postgresql
CREATE TRIGGER merging_is_never_deleted BEFORE DELETE ON merging
    FOR EACH ROW EXECUTE FUNCTION refuse('merging_stands');
CREATE TRIGGER merging_keeps_what_it_is BEFORE UPDATE OF school_id, id, stays_id, stays_version, former_id, former_upn, made_by, made_at
    ON merging FOR EACH ROW EXECUTE FUNCTION refuse('merging_stands');
CREATE TRIGGER merging_that_was_undone_stands BEFORE UPDATE ON merging
    FOR EACH ROW WHEN (OLD.undone_at IS NOT NULL) EXECUTE FUNCTION refuse('merging_stands');
DO $$
DECLARE
    the_table TEXT;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['merged_row', 'merged_pupil', 'merged_membership', 'merged_tie'] LOOP
        EXECUTE format('CREATE TRIGGER %I_stands BEFORE UPDATE OR DELETE ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''merging_stands'')', the_table, the_table);
    END LOOP;
    FOREACH the_table IN ARRAY ARRAY['merging', 'merged_row', 'merged_pupil', 'merged_membership', 'merged_tie'] LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
