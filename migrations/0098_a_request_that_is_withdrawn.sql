-- A request for data that was written down wrongly is withdrawn, by whom and why, while nothing was given out for it. It stays on
-- record, holds up no erasure and is answered no more. `withdrawn_why` is sealed with the child's key, as `identity_check` is.
ALTER TABLE data_request ADD COLUMN withdrawn_at BIGINT CHECK (withdrawn_at IS NULL OR given_at IS NULL);
ALTER TABLE data_request ADD COLUMN withdrawn_by TEXT CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL));
ALTER TABLE data_request ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '' CHECK ((withdrawn_why = '') = (withdrawn_at IS NULL));

-- The ids of a request's lines were digests of what the lines hold, by which short words could be found by guessing. They are made
-- with a key of the request now, at random and sealed with the child's key; it is emptied once the request is over. Nobody can tell
-- any more of which line a decision was that was made before: each is shown as to be decided again, and nothing is signed before.
ALTER TABLE data_request ADD COLUMN line_key TEXT NOT NULL DEFAULT '';

-- only sqlite
DROP TRIGGER line_is_decided_before_it_is_prepared;
DROP TRIGGER line_is_changed_before_it_is_prepared;
DROP TRIGGER line_is_given_before_it_is_prepared;
UPDATE data_request SET line_key = lower(hex(randomblob(32))), lines_read = NULL WHERE given_at IS NULL;
UPDATE data_request_line
   SET line = lower(hex(randomblob(32))),
       hidden = CASE instr(hidden, '@') WHEN 0 THEN hidden ELSE substr(hidden, 1, instr(hidden, '@') - 1) END;
CREATE TRIGGER line_is_decided_before_it_is_prepared BEFORE INSERT ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id
                AND (r.prepared_at IS NOT NULL OR r.withdrawn_at IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;
CREATE TRIGGER line_is_changed_before_it_is_prepared BEFORE UPDATE ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.id = OLD.request_id
                AND (r.prepared_at IS NOT NULL OR r.withdrawn_at IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;
CREATE TRIGGER line_is_given_before_it_is_prepared BEFORE DELETE ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.id = OLD.request_id
                AND (r.prepared_at IS NOT NULL OR r.withdrawn_at IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;

CREATE TRIGGER request_stands_once_withdrawn BEFORE UPDATE ON data_request WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
DROP TRIGGER extension_comes_before_the_answer;
CREATE TRIGGER extension_comes_before_the_answer BEFORE INSERT ON data_request_extension
WHEN NOT EXISTS (SELECT 1 FROM data_request r
                  WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id AND r.given_at IS NULL
                    AND r.withdrawn_at IS NULL AND r.kind = 'all_that_is_held' AND r.received_on <= NEW.told_on)
BEGIN SELECT RAISE(ABORT, 'extension_of_an_open_request'); END;
DROP TRIGGER answer_comes_before_erasure;
CREATE TRIGGER answer_comes_before_erasure BEFORE UPDATE OF erased_at ON erasure
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.pupil_id = OLD.pupil_id AND r.given_at IS NULL
                AND r.withdrawn_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'request_waits'); END;

-- only postgresql
DROP TRIGGER guard_data_request_line ON data_request_line;
UPDATE data_request SET line_key = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), lines_read = NULL
 WHERE given_at IS NULL;
UPDATE data_request_line
   SET line = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), hidden = split_part(hidden, '@', 1);
CREATE OR REPLACE FUNCTION guard_data_request_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_row data_request_line%ROWTYPE;
    stands BIGINT;
BEGIN
    IF TG_OP = 'INSERT' THEN the_row := NEW; ELSE the_row := OLD; END IF;
    SELECT coalesce(prepared_at, withdrawn_at) INTO stands FROM data_request
     WHERE school_id = the_row.school_id AND id = the_row.request_id FOR UPDATE;
    IF stands IS NOT NULL THEN RAISE EXCEPTION 'line_stands' USING ERRCODE = '23W01'; END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_data_request_line BEFORE INSERT OR UPDATE OR DELETE ON data_request_line
    FOR EACH ROW EXECUTE FUNCTION guard_data_request_line();

CREATE TRIGGER request_stands_once_withdrawn BEFORE UPDATE ON data_request
    FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION refuse('request_stands');
CREATE OR REPLACE FUNCTION extension_comes_before_the_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM data_request r
     WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id AND r.given_at IS NULL
       AND r.withdrawn_at IS NULL AND r.kind = 'all_that_is_held' AND r.received_on <= NEW.told_on FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'extension_of_an_open_request' USING ERRCODE = '23W01'; END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION what_is_held_beats_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM data_request r
                WHERE r.school_id = OLD.school_id AND r.pupil_id = OLD.pupil_id AND r.given_at IS NULL
                  AND r.withdrawn_at IS NULL) THEN
        RAISE EXCEPTION 'request_waits' USING ERRCODE = '23W01';
    END IF;
    IF OLD.category = 'on_the_roll'
       AND (EXISTS (SELECT 1 FROM pupil p
                     WHERE p.school_id = OLD.school_id AND p.id = OLD.pupil_id AND p.left_on IS NULL)
            OR EXISTS (SELECT 1 FROM nurture_case n WHERE n.school_id = OLD.school_id AND n.pupil_id = OLD.pupil_id)
            OR EXISTS (SELECT 1 FROM safeguarding_pointer s
                        WHERE s.school_id = OLD.school_id AND s.pupil_id = OLD.pupil_id)
            OR EXISTS (SELECT 1 FROM override o WHERE o.school_id = OLD.school_id AND o.pupil_id = OLD.pupil_id)) THEN
        RAISE EXCEPTION 'roll_goes_last' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- both
