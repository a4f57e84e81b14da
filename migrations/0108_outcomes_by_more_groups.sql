-- Outcomes by pupil premium, and by ethnicity where the school keeps it (D7). Years that were made before stay as they are.
-- only sqlite
CREATE TABLE outcome_cell_by_more (
    school_id     INTEGER NOT NULL,
    school_year   INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    provision     TEXT    NOT NULL,
    dimension     TEXT    NOT NULL CHECK (dimension IN ('everyone', 'sex', 'sen_provision', 'year_group', 'pupil_premium', 'ethnicity',
                                                        'target_area')),
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
INSERT INTO outcome_cell_by_more (school_id, school_year, number, provision, dimension, part, supported, on_roll, days_waited, planned,
                                  delivered, attended, measured, mean, deviation, days_between)
SELECT school_id, school_year, number, provision, dimension, part, supported, on_roll, days_waited, planned, delivered, attended,
       measured, mean, deviation, days_between
  FROM outcome_cell;
DROP TABLE outcome_cell;
ALTER TABLE outcome_cell_by_more RENAME TO outcome_cell;
CREATE UNIQUE INDEX outcome_cell_once ON outcome_cell (school_id, school_year, provision, dimension, part);
CREATE TRIGGER outcome_cell_is_never_changed BEFORE UPDATE ON outcome_cell
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;
CREATE TRIGGER outcome_cell_is_never_deleted BEFORE DELETE ON outcome_cell
BEGIN SELECT RAISE(ABORT, 'outcomes_stay'); END;

-- only postgresql
ALTER TABLE outcome_cell DROP CONSTRAINT outcome_cell_dimension_check;
ALTER TABLE outcome_cell ADD CONSTRAINT outcome_cell_dimension_check
    CHECK (dimension IN ('everyone', 'sex', 'sen_provision', 'year_group', 'pupil_premium', 'ethnicity', 'target_area'));
-- both
