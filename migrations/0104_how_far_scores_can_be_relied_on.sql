-- What the owner's manual says of a scale's scores among the children of a norm set: how they are spread, in points, and how far the
-- scores of one child rated twice agree (test-retest). All three or none: without them no change is called more than error (M3).
ALTER TABLE norm_band ADD COLUMN mean DOUBLE PRECISION;
ALTER TABLE norm_band ADD COLUMN standard_deviation DOUBLE PRECISION CHECK (standard_deviation > 0);
ALTER TABLE norm_band ADD COLUMN reliability DOUBLE PRECISION
    CHECK (reliability > 0 AND reliability < 1)
    CHECK ((reliability IS NULL) = (mean IS NULL) AND (reliability IS NULL) = (standard_deviation IS NULL));

-- What children who waited were rated by one instrument is asked over all cases.
CREATE INDEX assessment_by_instrument ON assessment (school_id, instrument_id, occasion);
