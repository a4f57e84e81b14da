-- Adults whom a child means together when asked who may know (N3): everybody who holds the sessions of the support, or everybody
-- who raised a concern of the case. Only a yes is asked, as of a person by name. Who holds the sessions sees how it goes by that:
-- the child is asked about what was said alone. Each door has its own last day, here and in agreed_share; without one it holds
-- until the child says otherwise.
CREATE TABLE agreed_circle (
    school_id     INTEGER NOT NULL,
    id            TEXT    NOT NULL,
    agreement_id  TEXT    NOT NULL,
    circle        TEXT    NOT NULL CHECK (circle IN ('support', 'concern')),
    zone          TEXT    NOT NULL CHECK (zone IN ('progress', 'confidence')),
    until_on      TEXT,
    CHECK (circle <> 'support' OR zone = 'confidence'),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, agreement_id) REFERENCES sharing_agreement (school_id, id)
);
CREATE UNIQUE INDEX one_answer_for_a_circle ON agreed_circle (school_id, agreement_id, zone, circle);
CREATE INDEX agreed_with_a_circle ON agreed_circle (school_id, circle);

-- The answer to a child's no outlasts a yes that the child doesn't understand yet: that yes waits, and opens nothing that was
-- closed. What is kept so is what an earlier asking of the same case was answered.

-- only sqlite
CREATE TRIGGER agreed_circle_is_never_changed BEFORE UPDATE ON agreed_circle
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
CREATE TRIGGER agreed_circle_is_never_deleted BEFORE DELETE ON agreed_circle
BEGIN SELECT RAISE(ABORT, 'agreements_stay'); END;
DROP TRIGGER only_objections_are_answered;
CREATE TRIGGER only_objections_are_answered BEFORE INSERT ON objection_answer
WHEN NOT EXISTS (SELECT 1 FROM agreed_share s
                   JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
                  WHERE s.school_id = NEW.school_id AND s.id = NEW.share_id AND s.zone = 'progress'
                    AND (NEW.outcome <> 'closes' OR s.role = 'headteacher')
                    AND (s.answer = 'no'
                         OR a.understands = 0
                            AND EXISTS (SELECT 1 FROM sharing_agreement b
                                          JOIN agreed_share e ON e.school_id = b.school_id AND e.agreement_id = b.id
                                          JOIN objection_answer k ON k.school_id = e.school_id AND k.share_id = e.id
                                         WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                                           AND e.zone = 'progress' AND e.role = s.role
                                           AND k.outcome = NEW.outcome AND k.answered_at = NEW.answered_at)))
BEGIN SELECT RAISE(ABORT, 'only_objections_are_answered'); END;

-- only postgresql
CREATE TRIGGER agreed_circle_stays BEFORE UPDATE OR DELETE ON agreed_circle
    FOR EACH ROW EXECUTE FUNCTION refuse('agreements_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON agreed_circle
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE OR REPLACE FUNCTION refuse_unless_it_answers_an_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM agreed_share s
                     JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id
                    WHERE s.school_id = NEW.school_id AND s.id = NEW.share_id AND s.zone = 'progress'
                      AND (NEW.outcome <> 'closes' OR s.role = 'headteacher')
                      AND (s.answer = 'no'
                           OR a.understands = 0
                              AND EXISTS (SELECT 1 FROM sharing_agreement b
                                            JOIN agreed_share e ON e.school_id = b.school_id AND e.agreement_id = b.id
                                            JOIN objection_answer k ON k.school_id = e.school_id AND k.share_id = e.id
                                           WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                                             AND e.zone = 'progress' AND e.role = s.role
                                             AND k.outcome = NEW.outcome AND k.answered_at = NEW.answered_at))) THEN
        RAISE EXCEPTION 'only_objections_are_answered' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- both
