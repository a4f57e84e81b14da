-- Whether a child has the pupil premium, as the school's own system says; empty where it does not. And, where a school decides to keep
-- it, the main group of the national census that a child belongs to: never a finer one, and never in free text. It is there to see
-- whether support reaches every group alike (D7), stands in no log and on no page of a case, and goes where the school decides anew.
ALTER TABLE school ADD COLUMN keeps_ethnicity INTEGER NOT NULL DEFAULT 0 CHECK (keeps_ethnicity IN (0, 1));
ALTER TABLE pupil ADD COLUMN pupil_premium TEXT NOT NULL DEFAULT '' CHECK (pupil_premium IN ('', 'yes', 'no'));
ALTER TABLE pupil ADD COLUMN ethnicity TEXT NOT NULL DEFAULT ''
    CHECK (ethnicity IN ('', 'asian', 'black', 'mixed', 'white', 'other', 'not said'));
ALTER TABLE merged_pupil ADD COLUMN pupil_premium TEXT NOT NULL DEFAULT '';
ALTER TABLE merged_pupil ADD COLUMN ethnicity TEXT NOT NULL DEFAULT '';

-- only sqlite
CREATE TRIGGER ethnicity_where_it_is_kept BEFORE INSERT ON pupil
WHEN NEW.ethnicity <> '' AND NOT EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.keeps_ethnicity = 1)
BEGIN SELECT RAISE(ABORT, 'ethnicity_is_not_kept'); END;
CREATE TRIGGER ethnicity_is_told_where_it_is_kept BEFORE UPDATE OF ethnicity ON pupil
WHEN NEW.ethnicity <> '' AND NOT EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.keeps_ethnicity = 1)
BEGIN SELECT RAISE(ABORT, 'ethnicity_is_not_kept'); END;

-- only postgresql
CREATE FUNCTION ethnicity_where_it_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.ethnicity <> '' AND NOT EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.keeps_ethnicity = 1) THEN
        RAISE EXCEPTION 'ethnicity_is_not_kept' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ethnicity_where_it_is_kept BEFORE INSERT OR UPDATE OF ethnicity ON pupil
    FOR EACH ROW EXECUTE FUNCTION ethnicity_where_it_is_kept();
-- both
