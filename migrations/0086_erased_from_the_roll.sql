-- Who has left the roll is erased from it too once their time has come (V4): names, contacts, court orders, and whatever else is
-- held for the roll alone. The certificate is signed first and says then how many rows went, so that a hold is asked for while it
-- stands and the child's own row may go.
CREATE INDEX record_of_contact ON record (school_id, subject_id) WHERE subject = 'contact';

-- only sqlite
-- Checks that let more pass leave every row as it is; SQLite's manual gives this way for it (lang_altertable, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '''safeguarding_pointer''', '''safeguarding_pointer'', ''on_the_roll''')
 WHERE type = 'table' AND name IN ('retention_period', 'erasure');
PRAGMA writable_schema = RESET;

DROP TRIGGER certificate_is_never_changed;
CREATE TRIGGER certificate_is_never_changed BEFORE UPDATE OF school_id, id, pupil_id, pupil_digest, category, due_on, first_by,
    first_at, second_by, erased_at ON erasure WHEN OLD.erased_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;
CREATE TRIGGER counts_are_said_once BEFORE UPDATE OF counts ON erasure WHEN OLD.counts <> ''
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;

CREATE TRIGGER answer_comes_before_erasure BEFORE UPDATE OF erased_at ON erasure
WHEN EXISTS (SELECT 1 FROM data_request r
              WHERE r.school_id = OLD.school_id AND r.pupil_id = OLD.pupil_id AND r.given_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'request_waits'); END;
CREATE TRIGGER roll_goes_last BEFORE UPDATE OF erased_at ON erasure
WHEN OLD.category = 'on_the_roll'
 AND (EXISTS (SELECT 1 FROM pupil p
               WHERE p.school_id = OLD.school_id AND p.id = OLD.pupil_id AND p.left_on IS NULL)
      OR EXISTS (SELECT 1 FROM nurture_case n WHERE n.school_id = OLD.school_id AND n.pupil_id = OLD.pupil_id)
      OR EXISTS (SELECT 1 FROM safeguarding_pointer s WHERE s.school_id = OLD.school_id AND s.pupil_id = OLD.pupil_id)
      OR EXISTS (SELECT 1 FROM override o WHERE o.school_id = OLD.school_id AND o.pupil_id = OLD.pupil_id))
BEGIN SELECT RAISE(ABORT, 'roll_goes_last'); END;

-- only postgresql
ALTER TABLE retention_period DROP CONSTRAINT retention_period_category_check;
ALTER TABLE retention_period ADD CONSTRAINT retention_period_category_check
      CHECK (category IN ('special_needs', 'nurture', 'not_taken_up', 'safeguarding_pointer', 'on_the_roll'));
ALTER TABLE erasure DROP CONSTRAINT erasure_category_check;
ALTER TABLE erasure ADD CONSTRAINT erasure_category_check
      CHECK (category IN ('special_needs', 'nurture', 'not_taken_up', 'safeguarding_pointer', 'on_the_roll'));

DROP TRIGGER certificate_stands ON erasure;
CREATE TRIGGER certificate_is_never_deleted BEFORE DELETE ON erasure
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse('certificate_stands');
CREATE TRIGGER certificate_is_never_changed BEFORE UPDATE OF school_id, id, pupil_id, pupil_digest, category, due_on, first_by,
    first_at, second_by, erased_at ON erasure
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse('certificate_stands');
CREATE TRIGGER counts_are_said_once BEFORE UPDATE OF counts ON erasure
    FOR EACH ROW WHEN (OLD.counts <> '') EXECUTE FUNCTION refuse('certificate_stands');

-- Asked after hold_beats_every_timer, which waits at the child for whoever opens a case, notes a pointer or writes a request down.
CREATE FUNCTION what_is_held_beats_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM data_request r
                WHERE r.school_id = OLD.school_id AND r.pupil_id = OLD.pupil_id AND r.given_at IS NULL) THEN
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
CREATE TRIGGER what_is_held_beats_erasure BEFORE UPDATE OF erased_at ON erasure
    FOR EACH ROW EXECUTE FUNCTION what_is_held_beats_erasure();
-- both
