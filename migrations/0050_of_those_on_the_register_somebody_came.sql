-- Of a session that was held somebody on its register came (G5, 0027): a child in the programme who had not started, or who
-- got a place or a yes after the register was taken, is on no register and stands for nobody.
-- only sqlite
DROP TRIGGER somebody_came;
CREATE TRIGGER somebody_came BEFORE INSERT ON evaluation
WHEN NEW.attended = 0
 AND NOT EXISTS (
    SELECT 1 FROM register_line l
     WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id <> NEW.place_id
       AND NOT EXISTS (SELECT 1 FROM evaluation e
                        WHERE e.school_id = l.school_id AND e.session_id = l.session_id AND e.place_id = l.place_id
                          AND e.attended = 0))
BEGIN SELECT RAISE(ABORT, 'nobody_came'); END;

-- only postgresql
CREATE OR REPLACE FUNCTION somebody_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM register_line l
         WHERE l.school_id = NEW.school_id AND l.session_id = NEW.session_id AND l.place_id <> NEW.place_id
           AND NOT EXISTS (SELECT 1 FROM evaluation e
                            WHERE e.school_id = l.school_id AND e.session_id = l.session_id
                              AND e.place_id = l.place_id AND e.attended = 0)) THEN
        RAISE EXCEPTION 'nobody_came' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
