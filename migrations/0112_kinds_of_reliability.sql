-- What kind of reliability a norm set carries: only that of one child rated twice (test-retest) tells whether a change is more than the
-- questionnaire's wobble. Norms never change, so those from before it was asked have none, and nothing is told by them.
ALTER TABLE norm_band ADD COLUMN reliability_kind TEXT
    CHECK (reliability_kind IN ('test_retest', 'between_raters', 'internal_consistency', 'parallel_forms'))
    CHECK (reliability_kind IS NULL OR reliability IS NOT NULL);

-- only sqlite
CREATE TRIGGER spread_of_norms_fits BEFORE INSERT ON norm_band
WHEN NEW.mean IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM norm_set n
                   JOIN instrument_scale s ON s.school_id = n.school_id AND s.instrument_id = n.instrument_id
                  WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND s.code = NEW.scale
                    AND NEW.mean BETWEEN s.least AND s.most AND NEW.standard_deviation * 2 <= s.most - s.least)
BEGIN SELECT RAISE(ABORT, 'score_out_of_range'); END;

-- only postgresql
CREATE FUNCTION spread_of_norms_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.mean IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM norm_set n
          JOIN instrument_scale s ON s.school_id = n.school_id AND s.instrument_id = n.instrument_id
         WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND s.code = NEW.scale
           AND NEW.mean BETWEEN s.least AND s.most AND NEW.standard_deviation * 2 <= s.most - s.least) THEN
        RAISE EXCEPTION 'score_out_of_range' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER spread_of_norms_fits BEFORE INSERT ON norm_band FOR EACH ROW EXECUTE FUNCTION spread_of_norms_fits();
-- both
