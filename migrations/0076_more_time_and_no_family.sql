-- What is asked for may take two months more where it is complex or much: whoever asked is told so, and why, within the month
-- (UK GDPR article 12(3)). Once for a request, and it stays.
CREATE TABLE data_request_extension (
    school_id   INTEGER NOT NULL,
    request_id  TEXT    NOT NULL,
    why         TEXT    NOT NULL CHECK (why <> ''),
    told_on     TEXT    NOT NULL,
    made_by     TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    PRIMARY KEY (school_id, request_id),
    FOREIGN KEY (school_id, request_id) REFERENCES data_request (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- A parent or carer who works here prepares and signs nothing of what is held about their own child, and signs for no erasure of it.
-- only sqlite
CREATE TRIGGER extension_is_never_deleted BEFORE DELETE ON data_request_extension
BEGIN SELECT RAISE(ABORT, 'extension_stands'); END;
CREATE TRIGGER extension_is_never_changed BEFORE UPDATE ON data_request_extension
BEGIN SELECT RAISE(ABORT, 'extension_stands'); END;
CREATE TRIGGER extension_comes_before_the_answer BEFORE INSERT ON data_request_extension
WHEN NOT EXISTS (SELECT 1 FROM data_request r
                  WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id AND r.given_at IS NULL
                    AND r.kind = 'all_that_is_held' AND r.received_on <= NEW.told_on)
BEGIN SELECT RAISE(ABORT, 'extension_of_an_open_request'); END;
CREATE TRIGGER family_signs_no_erasure_first BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM pupil_contact k
               JOIN contact_at_work w ON w.school_id = k.school_id AND w.contact_id = k.contact_id
              WHERE k.school_id = NEW.school_id AND k.pupil_id = NEW.pupil_id AND w.staff_id = NEW.first_by)
BEGIN SELECT RAISE(ABORT, 'own_family'); END;
CREATE TRIGGER family_signs_no_erasure_second BEFORE UPDATE OF second_by ON erasure
WHEN EXISTS (SELECT 1 FROM pupil_contact k
               JOIN contact_at_work w ON w.school_id = k.school_id AND w.contact_id = k.contact_id
              WHERE k.school_id = OLD.school_id AND k.pupil_id = OLD.pupil_id AND w.staff_id = NEW.second_by)
BEGIN SELECT RAISE(ABORT, 'own_family'); END;
CREATE TRIGGER family_answers_no_request BEFORE UPDATE OF prepared_by, signed_by ON data_request
WHEN EXISTS (SELECT 1 FROM pupil_contact k
               JOIN contact_at_work w ON w.school_id = k.school_id AND w.contact_id = k.contact_id
              WHERE k.school_id = NEW.school_id AND k.pupil_id = NEW.pupil_id
                AND w.staff_id IN (NEW.prepared_by, NEW.signed_by))
BEGIN SELECT RAISE(ABORT, 'own_family'); END;

-- only postgresql
CREATE TRIGGER extension_stands BEFORE UPDATE OR DELETE ON data_request_extension
    FOR EACH ROW EXECUTE FUNCTION refuse('extension_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON data_request_extension
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- Whoever gives out waits for whoever takes more time.
CREATE FUNCTION extension_comes_before_the_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM data_request r
     WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id AND r.given_at IS NULL
       AND r.kind = 'all_that_is_held' AND r.received_on <= NEW.told_on FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'extension_of_an_open_request' USING ERRCODE = '23W01'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER extension_comes_before_the_answer BEFORE INSERT ON data_request_extension
    FOR EACH ROW EXECUTE FUNCTION extension_comes_before_the_answer();
CREATE FUNCTION is_own_family(the_school INTEGER, the_pupil TEXT, the_staff TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM pupil_contact k
                     JOIN contact_at_work w ON w.school_id = k.school_id AND w.contact_id = k.contact_id
                    WHERE k.school_id = the_school AND k.pupil_id = the_pupil AND w.staff_id = the_staff)
$$;
CREATE FUNCTION family_signs_no_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND is_own_family(NEW.school_id, NEW.pupil_id, NEW.first_by)
       OR TG_OP = 'UPDATE' AND is_own_family(OLD.school_id, OLD.pupil_id, NEW.second_by) THEN
        RAISE EXCEPTION 'own_family' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_signs_no_erasure BEFORE INSERT OR UPDATE OF second_by ON erasure
    FOR EACH ROW EXECUTE FUNCTION family_signs_no_erasure();
CREATE FUNCTION family_answers_no_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_own_family(NEW.school_id, NEW.pupil_id, NEW.prepared_by)
       OR is_own_family(NEW.school_id, NEW.pupil_id, NEW.signed_by) THEN
        RAISE EXCEPTION 'own_family' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_answers_no_request BEFORE UPDATE OF prepared_by, signed_by ON data_request
    FOR EACH ROW EXECUTE FUNCTION family_answers_no_request();
-- both
