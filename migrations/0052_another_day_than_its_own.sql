-- A session that was not held is put off to another day than its own (G5): under its number none is laid for that very day.
-- only sqlite
CREATE TRIGGER session_goes_to_another_day BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM session s
              WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.programme_id AND s.planned_on = NEW.planned_on
                AND s.number = NEW.number AND s.outcome = 'not_held')
BEGIN SELECT RAISE(ABORT, 'instead_on_its_own_day'); END;

-- only postgresql
CREATE FUNCTION session_goes_to_another_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM session s
                WHERE s.school_id = NEW.school_id AND s.programme_id = NEW.programme_id AND s.planned_on = NEW.planned_on
                  AND s.number = NEW.number AND s.outcome = 'not_held') THEN
        RAISE EXCEPTION 'instead_on_its_own_day' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER session_goes_to_another_day BEFORE INSERT ON session
    FOR EACH ROW EXECUTE FUNCTION session_goes_to_another_day();
