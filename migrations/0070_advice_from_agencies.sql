-- Informal advice from outside agencies about a case (S3): who was asked what, by whom and when. The child is not named, unless
-- the SENCo says that sharing is agreed, with the reason. What was noted stays.
CREATE TABLE agency_advice (
    school_id        INTEGER NOT NULL,
    id               TEXT    NOT NULL,
    case_id          TEXT    NOT NULL,
    agency           TEXT    NOT NULL CHECK (agency <> ''),
    person           TEXT    NOT NULL,
    asked_on         TEXT    NOT NULL,
    asked            TEXT    NOT NULL CHECK (asked <> ''),
    advice           TEXT    NOT NULL,
    follows          TEXT    NOT NULL,
    shares_the_name  INTEGER NOT NULL CHECK (shares_the_name IN (0, 1)),
    sharing_reason   TEXT    NOT NULL,
    asked_by         TEXT    NOT NULL,
    written_at       BIGINT  NOT NULL,
    CHECK ((shares_the_name = 1) = (sharing_reason <> '')),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, asked_by) REFERENCES staff (school_id, id)
);
CREATE INDEX agency_advice_of_case ON agency_advice (school_id, case_id);

-- only sqlite
CREATE TRIGGER agency_advice_is_never_changed BEFORE UPDATE ON agency_advice
BEGIN SELECT RAISE(ABORT, 'advice_stands'); END;
CREATE TRIGGER agency_advice_is_never_deleted BEFORE DELETE ON agency_advice
BEGIN SELECT RAISE(ABORT, 'advice_stands'); END;

-- only postgresql
CREATE TRIGGER agency_advice_stands BEFORE UPDATE OR DELETE ON agency_advice
    FOR EACH ROW EXECUTE FUNCTION refuse('advice_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON agency_advice
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
