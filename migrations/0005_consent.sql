-- The school's own words for a letter. Placeholders in [square brackets] are filled when it is made (C1).
CREATE TABLE letter_template (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX one_letter_template ON letter_template (school_id);

-- A letter exactly as it went to one parent or carer.
CREATE TABLE letter (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    contact_id  TEXT    NOT NULL,
    way         TEXT    NOT NULL CHECK (way IN ('paper', 'e-mail')),
    title       TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    pdf         BYTES   NOT NULL,
    made_by     TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id)
);
CREATE INDEX letter_of_case ON letter (school_id, case_id);

-- That a parent or carer was asked: the other half of an answer.
CREATE TABLE consent_request (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    contact_id  TEXT    NOT NULL,
    letter_id   TEXT    NOT NULL,
    asked_at    BIGINT  NOT NULL,
    asked_by    TEXT    NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id),
    FOREIGN KEY (school_id, letter_id) REFERENCES letter (school_id, id)
);
CREATE INDEX request_of_case ON consent_request (school_id, case_id);

-- Every answer of a parent or carer, and every decision where two differ, as received and in order. The standing of
-- consent is worked out from these rows and is stored nowhere (C3). A decision names no contact.
CREATE TABLE consent_answer (
    school_id    INTEGER NOT NULL,
    case_id      TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    contact_id   TEXT,
    answer       TEXT    NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn', 'decided_to_go_ahead',
                                                    'decided_not_to')),
    route        TEXT    NOT NULL CHECK (route IN ('link', 'paper', 'telephone', 'in_person', 'decision')),
    answered_on  TEXT    NOT NULL,
    received_at  BIGINT  NOT NULL,
    recorded_by  TEXT,
    witness      TEXT    NOT NULL DEFAULT '',
    reason       TEXT    NOT NULL DEFAULT '',
    expires_on   TEXT,
    CHECK ((contact_id IS NULL) = (answer IN ('decided_to_go_ahead', 'decided_not_to'))),
    CHECK (route <> 'telephone' OR witness <> ''),
    CHECK (contact_id IS NOT NULL OR reason <> ''),
    CHECK (expires_on IS NULL OR answer = 'given'),
    PRIMARY KEY (school_id, case_id, number),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id),
    FOREIGN KEY (school_id, recorded_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- The parent's own link: opened by who confirms that they are this contact, revoked or expired without trace of why.
-- Confirmations are made with the link's own `proof_key`, so that no server needs to remember them.
CREATE TABLE consent_link (
    token_hash   TEXT    NOT NULL PRIMARY KEY,
    school_id    INTEGER NOT NULL,
    case_id      TEXT    NOT NULL,
    contact_id   TEXT    NOT NULL,
    made_at      BIGINT  NOT NULL,
    expires_at   BIGINT  NOT NULL,
    revoked_at   BIGINT,
    wrong_tries  INTEGER NOT NULL DEFAULT 0,
    proof_key    TEXT    NOT NULL,
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id)
);
CREATE INDEX link_of_case ON consent_link (school_id, case_id, contact_id);

-- only sqlite
CREATE TRIGGER consent_answer_is_never_changed BEFORE UPDATE ON consent_answer
BEGIN SELECT RAISE(ABORT, 'answers_stay'); END;
CREATE TRIGGER consent_answer_is_never_deleted BEFORE DELETE ON consent_answer
BEGIN SELECT RAISE(ABORT, 'answers_stay'); END;
-- only postgresql
CREATE TRIGGER consent_answer_is_never_changed BEFORE UPDATE ON consent_answer
    FOR EACH ROW EXECUTE FUNCTION refuse('answers_stay');
CREATE TRIGGER consent_answer_is_never_deleted BEFORE DELETE ON consent_answer
    FOR EACH ROW EXECUTE FUNCTION refuse('answers_stay');

-- In force on a day: somebody's latest answer agrees, and no refusal, withdrawal or decision against it stands that
-- the same person's later answer, or a later decision to go ahead, has not replaced. The decision takes no parent's
-- place: where nobody agrees, nothing is in force.
CREATE FUNCTION consent_in_force(school INTEGER, the_case TEXT, day TEXT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= day)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.number > a.number
                             AND b.answered_on <= day AND b.contact_id = a.contact_id))
       AND NOT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.number > a.number
                             AND b.answered_on <= day
                             AND (b.contact_id = a.contact_id OR b.answer = 'decided_to_go_ahead')))
$$;
-- An answer and a session held in the same second wait for each other at the case.
CREATE FUNCTION answer_waits_for_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_waits_for_the_case BEFORE INSERT ON consent_answer
    FOR EACH ROW EXECUTE FUNCTION answer_waits_for_the_case();
-- both
