-- What a child agrees may be told, and to whom (N3). Each asking stays as it was; the one that nothing has replaced stands.
-- A yes counts where the adult judges that the child understands; a no is heard either way.
CREATE TABLE sharing_agreement (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    id           TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    asked_on     TEXT    NOT NULL,
    asked_by     TEXT    NOT NULL,
    understands  INTEGER NOT NULL CHECK (understands IN (0, 1)),
    why_judged   TEXT    NOT NULL CHECK (why_judged <> ''),
    made_at      BIGINT  NOT NULL,
    replaced_at  BIGINT  CHECK (replaced_at >= made_at),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, asked_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX one_agreement_stands ON sharing_agreement (school_id, case_id) WHERE replaced_at IS NULL;
CREATE INDEX agreements_of_case ON sharing_agreement (school_id, case_id, made_at);

-- One answer of the child: may this person, or whoever has this role to the child, know how it goes (progress), or what the
-- child said (confidence)? Of a person by name only a yes is asked.
CREATE TABLE agreed_share (
    school_id     INTEGER NOT NULL,
    id            TEXT    NOT NULL,
    agreement_id  TEXT    NOT NULL,
    zone          TEXT    NOT NULL CHECK (zone IN ('progress', 'confidence')),
    staff_id      TEXT,
    role          TEXT    CHECK (role IN ('class_teacher', 'senco', 'headteacher')),
    answer        TEXT    NOT NULL CHECK (answer IN ('yes', 'no')),
    until_on      TEXT,
    CHECK ((staff_id IS NULL) <> (role IS NULL)),
    CHECK (staff_id IS NULL OR answer = 'yes'),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, agreement_id) REFERENCES sharing_agreement (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX one_answer_for_a_person ON agreed_share (school_id, agreement_id, zone, staff_id);
CREATE UNIQUE INDEX one_answer_for_a_role ON agreed_share (school_id, agreement_id, zone, role);
CREATE INDEX agreed_with_a_person ON agreed_share (school_id, staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX agreed_with_a_role ON agreed_share (school_id, role) WHERE role IS NOT NULL;

-- How the SENCo answered a child who would rather that somebody with a duty did not know how it goes (N2): it closes to them;
-- it stays open and something changes; or it stays as it is.
CREATE TABLE objection_answer (
    school_id    INTEGER NOT NULL,
    share_id     TEXT    NOT NULL,
    outcome      TEXT    NOT NULL CHECK (outcome IN ('closes', 'changes', 'stays')),
    reason       TEXT    NOT NULL CHECK (reason <> ''),
    answered_by  TEXT    NOT NULL,
    answered_at  BIGINT  NOT NULL,
    PRIMARY KEY (school_id, share_id),
    FOREIGN KEY (school_id, share_id) REFERENCES agreed_share (school_id, id),
    FOREIGN KEY (school_id, answered_by) REFERENCES staff (school_id, id)
);

-- The SENCo lets somebody by name know how it goes, with a reason, until a day (N2).
CREATE TABLE named_share (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    case_id    TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    shared_by  TEXT    NOT NULL,
    shared_at  BIGINT  NOT NULL,
    until_on   TEXT    NOT NULL,
    ended_by   TEXT,
    ended_at   BIGINT  CHECK (ended_at >= shared_at),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, shared_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, ended_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX one_share_with_a_person ON named_share (school_id, case_id, staff_id) WHERE ended_at IS NULL;
CREATE INDEX shares_of_case ON named_share (school_id, case_id, shared_at);
CREATE INDEX shared_with_a_person ON named_share (school_id, staff_id) WHERE ended_at IS NULL;

-- The headteacher opens a child's case with a reason, for half a day at the most (N2).
CREATE TABLE opening (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    opened_at  BIGINT  NOT NULL,
    until_at   BIGINT  NOT NULL,
    CHECK (until_at > opened_at AND until_at - opened_at <= 43200000),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);
CREATE INDEX openings_of_pupil ON opening (school_id, pupil_id, until_at);
CREATE INDEX openings_by_a_person ON opening (school_id, staff_id, until_at);

-- Safeguarding overrides what keeps somebody out: everything of the child opens for three hours, with the reason, who is to be
-- told, and whether child and parent were told of it (N4).
CREATE TABLE override (
    school_id        INTEGER NOT NULL REFERENCES school (id),
    id               TEXT    NOT NULL,
    pupil_id         TEXT    NOT NULL,
    staff_id         TEXT    NOT NULL,
    reason           TEXT    NOT NULL CHECK (reason <> ''),
    recipient        TEXT    NOT NULL CHECK (recipient <> ''),
    child_told       INTEGER NOT NULL CHECK (child_told IN (0, 1)),
    about_the_child  TEXT    NOT NULL CHECK (about_the_child <> ''),
    parent_told      INTEGER NOT NULL CHECK (parent_told IN (0, 1)),
    about_the_parent TEXT    NOT NULL CHECK (about_the_parent <> ''),
    opened_at        BIGINT  NOT NULL,
    until_at         BIGINT  NOT NULL,
    CHECK (until_at - opened_at = 10800000),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);
CREATE INDEX overrides_of_pupil ON override (school_id, pupil_id, until_at);
CREATE INDEX overrides_by_a_person ON override (school_id, staff_id, until_at);

-- Who was told of an override: the safeguarding lead, or whoever stands in for them. Once they have read it, Today tells of
-- it no more.
CREATE TABLE override_told (
    school_id    INTEGER NOT NULL,
    override_id  TEXT    NOT NULL,
    staff_id     TEXT    NOT NULL,
    read_at      BIGINT,
    PRIMARY KEY (school_id, override_id, staff_id),
    FOREIGN KEY (school_id, override_id) REFERENCES override (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX overrides_to_read ON override_told (school_id, staff_id) WHERE read_at IS NULL;

-- A parent or carer who works at the school: whoever they are at work, they are this child's family first, and see the case as
-- a parent does.
CREATE TABLE contact_at_work (
    school_id   INTEGER NOT NULL,
    contact_id  TEXT    NOT NULL,
    staff_id    TEXT    NOT NULL,
    PRIMARY KEY (school_id, contact_id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX contacts_of_staff ON contact_at_work (school_id, staff_id);

-- only sqlite
CREATE TRIGGER agreement_stays BEFORE UPDATE OF school_id, id, case_id, asked_on, asked_by, understands, why_judged, made_at
    ON sharing_agreement
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER agreement_stays_replaced BEFORE UPDATE OF replaced_at ON sharing_agreement WHEN OLD.replaced_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER agreement_is_never_deleted BEFORE DELETE ON sharing_agreement
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER agreed_share_is_never_changed BEFORE UPDATE ON agreed_share
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER agreed_share_is_never_deleted BEFORE DELETE ON agreed_share
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER only_objections_are_answered BEFORE INSERT ON objection_answer
WHEN NOT EXISTS (SELECT 1 FROM agreed_share s
                  WHERE s.school_id = NEW.school_id AND s.id = NEW.share_id AND s.zone = 'progress' AND s.answer = 'no'
                    AND (NEW.outcome <> 'closes' OR s.role = 'headteacher'))
BEGIN SELECT RAISE(ABORT, 'only_objections_are_answered'); END;
CREATE TRIGGER objection_answer_is_never_changed BEFORE UPDATE ON objection_answer
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER objection_answer_is_never_deleted BEFORE DELETE ON objection_answer
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER named_share_stays BEFORE UPDATE OF school_id, id, case_id, staff_id, reason, shared_by, shared_at, until_on
    ON named_share
BEGIN SELECT RAISE(ABORT, 'shares_stay'); END;
CREATE TRIGGER named_share_stays_ended BEFORE UPDATE OF ended_by, ended_at ON named_share WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'shares_stay'); END;
CREATE TRIGGER named_share_is_never_deleted BEFORE DELETE ON named_share
BEGIN SELECT RAISE(ABORT, 'shares_stay'); END;
CREATE TRIGGER opening_is_never_changed BEFORE UPDATE ON opening
BEGIN SELECT RAISE(ABORT, 'openings_stay'); END;
CREATE TRIGGER opening_is_never_deleted BEFORE DELETE ON opening
BEGIN SELECT RAISE(ABORT, 'openings_stay'); END;
CREATE TRIGGER override_is_never_changed BEFORE UPDATE ON override
BEGIN SELECT RAISE(ABORT, 'overrides_stay'); END;
CREATE TRIGGER override_is_never_deleted BEFORE DELETE ON override
BEGIN SELECT RAISE(ABORT, 'overrides_stay'); END;
CREATE TRIGGER override_told_keeps_its_key BEFORE UPDATE OF school_id, override_id, staff_id ON override_told
BEGIN SELECT RAISE(ABORT, 'overrides_stay'); END;
CREATE TRIGGER override_told_stays_read BEFORE UPDATE OF read_at ON override_told WHEN OLD.read_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'overrides_stay'); END;
CREATE TRIGGER override_told_is_never_deleted BEFORE DELETE ON override_told
BEGIN SELECT RAISE(ABORT, 'overrides_stay'); END;

-- only postgresql
CREATE TRIGGER agreement_stays BEFORE UPDATE OF school_id, id, case_id, asked_on, asked_by, understands, why_judged, made_at
    ON sharing_agreement FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER agreement_stays_replaced BEFORE UPDATE OF replaced_at ON sharing_agreement
    FOR EACH ROW WHEN (OLD.replaced_at IS NOT NULL) EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER agreement_is_never_deleted BEFORE DELETE ON sharing_agreement
    FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER agreed_share_stays BEFORE UPDATE OR DELETE ON agreed_share
    FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE FUNCTION refuse_unless_it_answers_an_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM agreed_share s
                    WHERE s.school_id = NEW.school_id AND s.id = NEW.share_id AND s.zone = 'progress' AND s.answer = 'no'
                      AND (NEW.outcome <> 'closes' OR s.role = 'headteacher')) THEN
        RAISE EXCEPTION 'only_objections_are_answered' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_objections_are_answered BEFORE INSERT ON objection_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_it_answers_an_objection();
CREATE TRIGGER objection_answer_stays BEFORE UPDATE OR DELETE ON objection_answer
    FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER named_share_stays BEFORE UPDATE OF school_id, id, case_id, staff_id, reason, shared_by, shared_at, until_on
    ON named_share FOR EACH ROW EXECUTE FUNCTION refuse('shares_stay');
CREATE TRIGGER named_share_stays_ended BEFORE UPDATE OF ended_by, ended_at ON named_share
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse('shares_stay');
CREATE TRIGGER named_share_is_never_deleted BEFORE DELETE ON named_share
    FOR EACH ROW EXECUTE FUNCTION refuse('shares_stay');
CREATE TRIGGER opening_stays BEFORE UPDATE OR DELETE ON opening
    FOR EACH ROW EXECUTE FUNCTION refuse('openings_stay');
CREATE TRIGGER override_stays BEFORE UPDATE OR DELETE ON override
    FOR EACH ROW EXECUTE FUNCTION refuse('overrides_stay');
CREATE TRIGGER override_told_keeps_its_key BEFORE UPDATE OF school_id, override_id, staff_id ON override_told
    FOR EACH ROW EXECUTE FUNCTION refuse('overrides_stay');
CREATE TRIGGER override_told_stays_read BEFORE UPDATE OF read_at ON override_told
    FOR EACH ROW WHEN (OLD.read_at IS NOT NULL) EXECUTE FUNCTION refuse('overrides_stay');
CREATE TRIGGER override_told_is_never_deleted BEFORE DELETE ON override_told
    FOR EACH ROW EXECUTE FUNCTION refuse('overrides_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON sharing_agreement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON agreed_share
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON objection_answer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON named_share
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON opening
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON override
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON override_told
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON contact_at_work
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
