-- No session counts as held of a programme that had not started by that day, whoever writes it (C2, G1): its start asks for
-- consent, for targets in the children's own words and for how many they are.

-- only sqlite
-- What is no day is refused as such.
CREATE TRIGGER delivered_on_arrival_once_started BEFORE INSERT ON session
WHEN NEW.outcome = 'delivered' AND date(NEW.held_on, '+0 days') IS NEW.held_on
 AND NOT EXISTS (SELECT 1 FROM programme g
                  WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.started_on <= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'programme_not_started'); END;
CREATE TRIGGER delivered_once_started BEFORE UPDATE OF outcome, held_on, programme_id ON session
WHEN NEW.outcome = 'delivered' AND date(NEW.held_on, '+0 days') IS NEW.held_on
 AND NOT EXISTS (SELECT 1 FROM programme g
                  WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND g.started_on <= NEW.held_on)
BEGIN SELECT RAISE(ABORT, 'programme_not_started'); END;

-- only postgresql
-- By its name this comes after delivery_waits_for_the_programme, which waits for a start in the same second.
CREATE FUNCTION delivery_waits_for_the_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM programme g
                    WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id
                      AND g.started_on <= NEW.held_on) THEN
        RAISE EXCEPTION 'programme_not_started' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER delivery_waits_for_the_start BEFORE INSERT OR UPDATE OF outcome, held_on, programme_id ON session
    FOR EACH ROW WHEN (NEW.outcome = 'delivered') EXECUTE FUNCTION delivery_waits_for_the_start();
-- both
