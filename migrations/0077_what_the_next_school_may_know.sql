-- What a child who moves school agrees that the next school may know of their own words (X4): how they see it, and what they said
-- in sessions. Each asking stays as it was, and the latest holds. A yes counts where the adult judges that the child understands.
CREATE TABLE next_school_word (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    id           TEXT    NOT NULL,
    case_id      TEXT    NOT NULL,
    asked_on     TEXT    NOT NULL,
    asked_by     TEXT    NOT NULL,
    views        INTEGER NOT NULL CHECK (views IN (0, 1)),
    confided     INTEGER NOT NULL CHECK (confided IN (0, 1)),
    understands  INTEGER NOT NULL CHECK (understands IN (0, 1)),
    why_judged   TEXT    NOT NULL CHECK (why_judged <> ''),
    made_at      BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, asked_by) REFERENCES staff (school_id, id)
);
CREATE INDEX next_school_words_of_case ON next_school_word (school_id, case_id, made_at);

-- only sqlite
CREATE TRIGGER next_school_word_is_never_changed BEFORE UPDATE ON next_school_word
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER next_school_word_is_never_deleted BEFORE DELETE ON next_school_word
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;

-- only postgresql
CREATE TRIGGER next_school_word_stays BEFORE UPDATE OR DELETE ON next_school_word
    FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON next_school_word
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
