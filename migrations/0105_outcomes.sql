-- What nurture support of a school came to over a school year (D7). It is made once a year is over and never again, so that two
-- looks cannot be held against each other. No number of children from 1 to 4 stands here, nor any that leaves so few:
-- insight/rules decides which may be told beside which others. `given_at` is when the school gave it to the county.
CREATE TABLE outcome_release (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    school_year  INTEGER NOT NULL,
    on_roll      INTEGER NOT NULL,
    referred     INTEGER CHECK (referred = 0 OR referred >= 5),
    made_by      TEXT    NOT NULL,
    made_at      BIGINT  NOT NULL,
    given_by     TEXT,
    given_at     BIGINT,
    CHECK ((given_by IS NULL) = (given_at IS NULL)),
    PRIMARY KEY (school_id, school_year),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, given_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- Children of one kind of provision and one part of a dimension; of every kind, or everyone, where these are empty. Means and
-- deviations are thousandths of a point, waits and time between measures are days.
CREATE TABLE outcome_cell (
    school_id     INTEGER NOT NULL,
    school_year   INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    provision     TEXT    NOT NULL,
    dimension     TEXT    NOT NULL CHECK (dimension IN ('everyone', 'sex', 'sen_provision', 'year_group', 'target_area')),
    part          TEXT    NOT NULL,
    supported     INTEGER NOT NULL CHECK (supported = 0 OR supported >= 5),
    on_roll       INTEGER CHECK (on_roll - supported = 0 OR on_roll - supported >= 5),
    days_waited   INTEGER,
    planned       INTEGER,
    delivered     INTEGER,
    attended      INTEGER,
    measured      INTEGER CHECK (measured >= 5),
    mean          INTEGER,
    deviation     INTEGER,
    days_between  INTEGER,
    CHECK (supported - measured = 0 OR supported - measured >= 5),
    CHECK ((measured IS NULL) = (mean IS NULL) AND (measured IS NULL) = (deviation IS NULL)
       AND (measured IS NULL) = (days_between IS NULL)),
    PRIMARY KEY (school_id, school_year, number),
    FOREIGN KEY (school_id, school_year) REFERENCES outcome_release (school_id, school_year)
) WITHOUT ROWID;
CREATE UNIQUE INDEX outcome_cell_once ON outcome_cell (school_id, school_year, provision, dimension, part);

-- How all of them changed by one scale of one version of an instrument, as one kind of adult rates it; what both were called
-- then, and which way is better.
CREATE TABLE outcome_scale (
    school_id     INTEGER NOT NULL,
    school_year   INTEGER NOT NULL,
    instrument    TEXT    NOT NULL,
    version       INTEGER NOT NULL CHECK (version >= 1),
    scale         TEXT    NOT NULL,
    informant     TEXT    NOT NULL,
    span          TEXT    NOT NULL CHECK (span IN ('entry_to_exit', 'entry_to_follow_up')),
    measured      INTEGER NOT NULL CHECK (measured >= 5),
    mean          INTEGER NOT NULL,
    deviation     INTEGER NOT NULL,
    days_between  INTEGER NOT NULL,
    instrument_name TEXT  NOT NULL CHECK (instrument_name <> ''),
    scale_label   TEXT    NOT NULL CHECK (scale_label <> ''),
    direction     TEXT    NOT NULL CHECK (direction IN ('high_is_good', 'low_is_good')),
    PRIMARY KEY (school_id, school_year, instrument, version, scale, informant, span),
    FOREIGN KEY (school_id, school_year) REFERENCES outcome_release (school_id, school_year)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER outcomes_are_made_once BEFORE UPDATE OF school_id, school_year, on_roll, referred, made_by, made_at ON outcome_release
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcomes_given_stay_given BEFORE UPDATE OF given_by, given_at ON outcome_release WHEN OLD.given_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'outcomes_were_given'); END;
CREATE TRIGGER outcome_release_is_never_deleted BEFORE DELETE ON outcome_release
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcome_cell_is_never_changed BEFORE UPDATE ON outcome_cell
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcome_cell_is_never_deleted BEFORE DELETE ON outcome_cell
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcome_scale_is_never_changed BEFORE UPDATE ON outcome_scale
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcome_scale_is_never_deleted BEFORE DELETE ON outcome_scale
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;

-- only postgresql
CREATE TRIGGER outcomes_are_made_once BEFORE UPDATE OF school_id, school_year, on_roll, referred, made_by, made_at ON outcome_release
    FOR EACH ROW EXECUTE FUNCTION refuse('outcomes_stay');
CREATE TRIGGER outcomes_given_stay_given BEFORE UPDATE OF given_by, given_at ON outcome_release
    FOR EACH ROW WHEN (OLD.given_at IS NOT NULL) EXECUTE FUNCTION refuse('outcomes_were_given');
CREATE TRIGGER outcome_release_is_never_deleted BEFORE DELETE ON outcome_release
    FOR EACH ROW EXECUTE FUNCTION refuse('outcomes_stay');
CREATE TRIGGER outcome_cell_stands BEFORE UPDATE OR DELETE ON outcome_cell
    FOR EACH ROW EXECUTE FUNCTION refuse('outcomes_stay');
CREATE TRIGGER outcome_scale_stands BEFORE UPDATE OR DELETE ON outcome_scale
    FOR EACH ROW EXECUTE FUNCTION refuse('outcomes_stay');
DO $$
DECLARE
    the_table TEXT;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['outcome_release', 'outcome_cell', 'outcome_scale'] LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
