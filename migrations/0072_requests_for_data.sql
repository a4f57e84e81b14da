-- Somebody asks for what is held about them, or about their child (V5). The SENCo prepares it, line by line; the headteacher
-- signs; then it is given out. What was given out is not kept a second time: its digest is, and what was kept back.
CREATE TABLE data_request (
    school_id        INTEGER NOT NULL REFERENCES school (id),
    id               TEXT    NOT NULL,
    about            TEXT    NOT NULL CHECK (about IN ('child', 'parent', 'staff')),
    pupil_id         TEXT,
    contact_id       TEXT,
    staff_id         TEXT,
    kind             TEXT    NOT NULL CHECK (kind IN ('all_that_is_held', 'educational_record')),
    asked_by         TEXT    NOT NULL CHECK (asked_by <> ''),
    asked_as         TEXT    NOT NULL CHECK (asked_as IN ('themselves', 'parent', 'representative')),
    received_on      TEXT    NOT NULL,
    identity_check   TEXT    NOT NULL CHECK (identity_check <> ''),
    made_by          TEXT    NOT NULL,
    made_at          BIGINT  NOT NULL,
    prepared_by      TEXT,
    prepared_at      BIGINT,
    prepared_digest  TEXT,
    signed_by        TEXT,
    signed_at        BIGINT,
    sent_back_why    TEXT    NOT NULL DEFAULT '',
    given_on         TEXT,
    given_way        TEXT    CHECK (given_way IN ('in_person', 'post', 'secure_mail')),
    given_by         TEXT,
    given_at         BIGINT,
    CONSTRAINT request_names_whom_it_is_about
        CHECK ((about = 'staff') = (staff_id IS NOT NULL) AND (about = 'staff') = (pupil_id IS NULL)
               AND (about = 'parent') = (contact_id IS NOT NULL)),
    CONSTRAINT request_is_prepared_as_a_whole
        CHECK ((prepared_by IS NULL) = (prepared_at IS NULL) AND (prepared_by IS NULL) = (prepared_digest IS NULL)),
    CONSTRAINT request_is_signed_once_prepared
        CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL OR prepared_by IS NOT NULL)),
    CONSTRAINT request_is_signed_by_another CHECK (signed_by <> prepared_by),
    CONSTRAINT request_is_given_out_once_signed
        CHECK ((given_at IS NULL) = (given_on IS NULL) AND (given_at IS NULL) = (given_way IS NULL)
               AND (given_at IS NULL) = (given_by IS NULL) AND (given_at IS NULL OR signed_at IS NOT NULL)),
    CONSTRAINT request_comes_before_its_answer CHECK (given_on >= received_on),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, prepared_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, signed_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, given_by) REFERENCES staff (school_id, id)
);
CREATE INDEX data_request_open ON data_request (school_id) WHERE given_at IS NULL;
CREATE INDEX data_request_of_pupil ON data_request (school_id, pupil_id) WHERE pupil_id IS NOT NULL;

-- A line of it that is not given out as it stands. `line` is the digest of the line, so that a line which changes is decided
-- anew; `names` says which it is to who reads the list later; `hidden` are the places of the letters that are blacked out, and
-- never the letters.
CREATE TABLE data_request_line (
    school_id   INTEGER NOT NULL,
    request_id  TEXT    NOT NULL,
    line        TEXT    NOT NULL,
    names       TEXT    NOT NULL,
    decision    TEXT    NOT NULL CHECK (decision IN ('withheld', 'redacted')),
    reason      TEXT    NOT NULL CHECK (reason IN ('serious_harm', 'anothers_data', 'child_abuse_data', 'legal_privilege',
                                                   'exam_script', 'other')),
    words       TEXT    NOT NULL DEFAULT '',
    hidden      TEXT    NOT NULL DEFAULT '',
    decided_by  TEXT    NOT NULL,
    decided_at  BIGINT  NOT NULL,
    CONSTRAINT redaction_says_what_it_hides CHECK ((decision = 'redacted') = (hidden <> '')),
    CONSTRAINT another_reason_is_in_words CHECK (reason <> 'other' OR words <> ''),
    PRIMARY KEY (school_id, request_id, line),
    FOREIGN KEY (school_id, request_id) REFERENCES data_request (school_id, id),
    FOREIGN KEY (school_id, decided_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- What the log says of a child apart from their cases.
CREATE INDEX record_of_pupil ON record (school_id, subject_id) WHERE subject = 'pupil';

-- only sqlite
CREATE TRIGGER request_is_never_deleted_later BEFORE DELETE ON data_request
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER request_keeps_what_it_is BEFORE UPDATE OF school_id, id, about, pupil_id, contact_id, staff_id, kind, asked_by,
    asked_as, received_on, identity_check, made_by, made_at ON data_request
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER request_stands_once_given_out BEFORE UPDATE ON data_request WHEN OLD.given_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER what_was_signed_stands BEFORE UPDATE OF prepared_by, prepared_at, prepared_digest ON data_request
WHEN OLD.signed_at IS NOT NULL AND NEW.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what_was_signed_stands'); END;
CREATE TRIGGER line_is_decided_before_it_is_prepared BEFORE INSERT ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = NEW.school_id AND r.id = NEW.request_id AND r.prepared_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;
CREATE TRIGGER line_is_changed_before_it_is_prepared BEFORE UPDATE ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.id = OLD.request_id AND r.prepared_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;
CREATE TRIGGER line_is_given_before_it_is_prepared BEFORE DELETE ON data_request_line
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.id = OLD.request_id AND r.prepared_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'line_stands'); END;

-- only postgresql
CREATE TRIGGER request_is_never_deleted_later BEFORE DELETE ON data_request
    FOR EACH ROW EXECUTE FUNCTION refuse('request_stands');
CREATE TRIGGER request_keeps_what_it_is BEFORE UPDATE OF school_id, id, about, pupil_id, contact_id, staff_id, kind, asked_by,
    asked_as, received_on, identity_check, made_by, made_at ON data_request
    FOR EACH ROW EXECUTE FUNCTION refuse('request_stands');
CREATE TRIGGER request_stands_once_given_out BEFORE UPDATE ON data_request
    FOR EACH ROW WHEN (OLD.given_at IS NOT NULL) EXECUTE FUNCTION refuse('request_stands');
CREATE TRIGGER what_was_signed_stands BEFORE UPDATE OF prepared_by, prepared_at, prepared_digest ON data_request
    FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL AND NEW.signed_at IS NOT NULL)
    EXECUTE FUNCTION refuse('what_was_signed_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON data_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- Whoever decides about a line waits for whoever prepares the whole.
CREATE FUNCTION guard_data_request_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_row data_request_line%ROWTYPE;
    prepared BIGINT;
BEGIN
    IF TG_OP = 'INSERT' THEN the_row := NEW; ELSE the_row := OLD; END IF;
    SELECT prepared_at INTO prepared FROM data_request
     WHERE school_id = the_row.school_id AND id = the_row.request_id FOR UPDATE;
    IF prepared IS NOT NULL THEN RAISE EXCEPTION 'line_stands' USING ERRCODE = '23W01'; END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_data_request_line BEFORE INSERT OR UPDATE OR DELETE ON data_request_line
    FOR EACH ROW EXECUTE FUNCTION guard_data_request_line();
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON data_request_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
