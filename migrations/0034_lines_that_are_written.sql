-- A line of a register says whether its evaluation is written, so that who has some left to write is asked their few
-- lines rather than every session of every programme that runs (G5).
ALTER TABLE register_line ADD COLUMN written INTEGER NOT NULL DEFAULT 0 CHECK (written IN (0, 1));
UPDATE register_line SET written = 1
 WHERE EXISTS (SELECT 1 FROM evaluation e
                WHERE e.school_id = register_line.school_id AND e.session_id = register_line.session_id
                  AND e.place_id = register_line.place_id AND e.writing = 'written');
-- By the school alone, with a condition, as open_case is: it holds the few lines that are left.
CREATE INDEX line_left ON register_line (school_id) WHERE written = 0;

DROP VIEW register_to_write;
CREATE VIEW register_to_write AS
SELECT l.school_id, l.session_id, l.place_id, p.pupil_id, p.case_id, l.written
  FROM register_line l
  JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
  JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
  JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start' AND t.undone_at IS NULL
             AND t.taken_on <= s.held_on
 WHERE p.ended_on IS NULL OR p.ended_on <> s.held_on OR p.end_reason <> 'consent_withdrawn';

-- only sqlite
CREATE TRIGGER line_is_new AFTER INSERT ON register_line
WHEN EXISTS (SELECT 1 FROM evaluation e
              WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.place_id = NEW.place_id
                AND e.writing = 'written')
BEGIN
    UPDATE register_line SET written = 1
     WHERE school_id = NEW.school_id AND session_id = NEW.session_id AND place_id = NEW.place_id;
END;
CREATE TRIGGER line_is_written AFTER INSERT ON evaluation
WHEN NEW.writing = 'written'
BEGIN
    UPDATE register_line SET written = 1
     WHERE school_id = NEW.school_id AND session_id = NEW.session_id AND place_id = NEW.place_id;
END;
CREATE TRIGGER line_is_written_later AFTER UPDATE OF writing ON evaluation
WHEN NEW.writing <> OLD.writing
BEGIN
    UPDATE register_line SET written = CASE NEW.writing WHEN 'written' THEN 1 ELSE 0 END
     WHERE school_id = NEW.school_id AND session_id = NEW.session_id AND place_id = NEW.place_id;
END;
CREATE TRIGGER line_is_to_write_again AFTER DELETE ON evaluation
WHEN OLD.writing = 'written'
BEGIN
    UPDATE register_line SET written = 0
     WHERE school_id = OLD.school_id AND session_id = OLD.session_id AND place_id = OLD.place_id;
END;

-- only postgresql
CREATE FUNCTION line_is_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM evaluation e
                WHERE e.school_id = NEW.school_id AND e.session_id = NEW.session_id AND e.place_id = NEW.place_id
                  AND e.writing = 'written') THEN
        NEW.written := 1;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER line_is_new BEFORE INSERT ON register_line FOR EACH ROW EXECUTE FUNCTION line_is_new();
CREATE FUNCTION line_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE register_line SET written = 0
         WHERE school_id = OLD.school_id AND session_id = OLD.session_id AND place_id = OLD.place_id AND written = 1;
        RETURN NULL;
    END IF;
    UPDATE register_line SET written = CASE NEW.writing WHEN 'written' THEN 1 ELSE 0 END
     WHERE school_id = NEW.school_id AND session_id = NEW.session_id AND place_id = NEW.place_id
       AND written <> CASE NEW.writing WHEN 'written' THEN 1 ELSE 0 END;
    RETURN NULL;
END $$;
CREATE TRIGGER line_is_written AFTER INSERT OR UPDATE OF writing OR DELETE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION line_is_written();
-- both
