-- What could be written past the rules: a review by who delivered (M2), an evaluation of another child than its place's, a
-- seventh child beside one whose place ends on a day to come (G1), and rows that went although they stay (R1).

-- only sqlite
-- Who held a session stands while it is held. One that was recorded by mistake is planned again first.
CREATE TRIGGER delivery_stands BEFORE UPDATE OF delivered_by, stand_in_id, programme_id ON session
WHEN OLD.outcome = 'delivered' AND NEW.outcome = 'delivered'
 AND (NEW.delivered_by <> OLD.delivered_by OR NEW.stand_in_id IS NOT OLD.stand_in_id
      OR NEW.programme_id <> OLD.programme_id)
BEGIN SELECT RAISE(ABORT, 'delivery_stands'); END;
CREATE TRIGGER review_is_of_its_case BEFORE INSERT ON impact_review
WHEN NOT EXISTS (SELECT 1 FROM place p
                  WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND p.case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'review_of_another_case'); END;
CREATE TRIGGER review_stays_with_its_case BEFORE UPDATE OF case_id ON impact_review
WHEN NEW.case_id <> OLD.case_id
BEGIN SELECT RAISE(ABORT, 'review_stands'); END;
CREATE TRIGGER evaluation_is_of_its_child BEFORE INSERT ON evaluation
WHEN NOT EXISTS (SELECT 1 FROM place p
                  WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND p.pupil_id = NEW.pupil_id)
BEGIN SELECT RAISE(ABORT, 'evaluation_of_another_child'); END;

-- A place is taken until the day on which it ends. The day of a return is stored nowhere, so it is the database's own
-- day, and a day more since days here are counted in UTC.
DROP TRIGGER place_within_the_programme;
CREATE TRIGGER place_within_the_programme BEFORE INSERT ON place
WHEN (SELECT count(*) FROM place p
       WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id
         AND (p.ended_on IS NULL OR p.ended_on > NEW.allocated_on))
     >= (SELECT places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)
BEGIN SELECT RAISE(ABORT, 'no_place_left'); END;
DROP TRIGGER place_returns_within_the_programme;
CREATE TRIGGER place_returns_within_the_programme BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL
 AND (SELECT count(*) FROM place p
       WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.id <> NEW.id
         AND (p.ended_on IS NULL OR p.ended_on > date('now', '+1 day')))
     >= (SELECT places FROM programme g WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id)
BEGIN SELECT RAISE(ABORT, 'no_place_left'); END;
-- Where a place has ended, another child may have it since.
CREATE TRIGGER place_ends_no_later BEFORE UPDATE OF ended_on ON place
WHEN NEW.ended_on > OLD.ended_on
BEGIN SELECT RAISE(ABORT, 'place_stands'); END;

CREATE TRIGGER held_session_is_never_deleted BEFORE DELETE ON session
WHEN OLD.outcome <> 'planned'
BEGIN SELECT RAISE(ABORT, 'session_stands'); END;
CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON impact_review
BEGIN SELECT RAISE(ABORT, 'review_stands'); END;
CREATE TRIGGER step_is_never_deleted BEFORE DELETE ON step
BEGIN SELECT RAISE(ABORT, 'step_stands'); END;
CREATE TRIGGER pointer_is_never_deleted BEFORE DELETE ON safeguarding_pointer
BEGIN SELECT RAISE(ABORT, 'pointer_stands'); END;
CREATE TRIGGER pointer_still_holds_a_reference_alone BEFORE UPDATE OF reference ON safeguarding_pointer
WHEN NEW.reference NOT GLOB '*[0-9]*' OR NEW.reference GLOB '*[^ ]* *[^ ]* *[^ ]*'
  OR NEW.reference GLOB '*[' || char(9, 10, 13) || ']*'
BEGIN SELECT RAISE(ABORT, 'reference_alone'); END;
CREATE TRIGGER request_is_never_changed BEFORE UPDATE ON consent_request
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
CREATE TRIGGER request_is_never_deleted BEFORE DELETE ON consent_request
BEGIN SELECT RAISE(ABORT, 'request_stands'); END;
-- Of a letter that was sent only the sheet changes, to the one without the link that was kept with it.
CREATE TRIGGER letter_is_kept_as_sent
BEFORE UPDATE OF case_id, contact_id, way, title, words, made_by, made_at ON letter
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;
CREATE TRIGGER sheet_is_kept_as_sent BEFORE UPDATE OF pdf ON letter
WHEN NEW.pdf IS NOT OLD.pdf AND NEW.pdf IS NOT OLD.kept_pdf
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;
CREATE TRIGGER letter_is_never_deleted BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;
CREATE TRIGGER case_stays_with_its_child BEFORE UPDATE OF pupil_id ON nurture_case
WHEN NEW.pupil_id <> OLD.pupil_id
BEGIN SELECT RAISE(ABORT, 'case_stands'); END;

-- only postgresql
-- Who held a session stands while it is held. One that was recorded by mistake is planned again first.
CREATE TRIGGER delivery_stands BEFORE UPDATE OF delivered_by, stand_in_id, programme_id ON session
    FOR EACH ROW WHEN (OLD.outcome = 'delivered' AND NEW.outcome = 'delivered'
                       AND (NEW.delivered_by <> OLD.delivered_by OR NEW.stand_in_id IS DISTINCT FROM OLD.stand_in_id
                            OR NEW.programme_id <> OLD.programme_id))
    EXECUTE FUNCTION refuse('delivery_stands');
CREATE TRIGGER review_stays_with_its_case BEFORE UPDATE OF case_id ON impact_review
    FOR EACH ROW WHEN (NEW.case_id <> OLD.case_id) EXECUTE FUNCTION refuse('review_stands');

-- Who delivers and who reviews wait for each other at the programme, so that neither of two who read what is committed
-- alone slips past the other. By its name this comes before guard_delivery, which takes the cases: whoever takes both
-- takes the programme first.
CREATE FUNCTION delivery_waits_for_the_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR UPDATE;
    RETURN NEW;
END $$;
CREATE TRIGGER delivery_waits_for_the_programme BEFORE INSERT OR UPDATE OF delivered_by, programme_id ON session
    FOR EACH ROW WHEN (NEW.delivered_by IS NOT NULL) EXECUTE FUNCTION delivery_waits_for_the_programme();
CREATE OR REPLACE FUNCTION guard_impact_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_place place%ROWTYPE;
    the_programme programme%ROWTYPE;
BEGIN
    SELECT * INTO the_place FROM place WHERE school_id = NEW.school_id AND id = NEW.place_id;
    IF the_place.case_id IS DISTINCT FROM NEW.case_id THEN
        RAISE EXCEPTION 'review_of_another_case' USING ERRCODE = '23W01';
    END IF;
    SELECT * INTO the_programme FROM programme
     WHERE school_id = NEW.school_id AND id = the_place.programme_id FOR UPDATE;
    IF the_programme.deliverer_id = NEW.reviewer_id
       OR EXISTS (SELECT 1 FROM session s
                   WHERE s.school_id = NEW.school_id AND s.programme_id = the_programme.id
                     AND s.delivered_by = NEW.reviewer_id) THEN
        RAISE EXCEPTION 'deliverer_reviews_own_work' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION evaluation_is_of_its_child() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM place p
                    WHERE p.school_id = NEW.school_id AND p.id = NEW.place_id AND p.pupil_id = NEW.pupil_id) THEN
        RAISE EXCEPTION 'evaluation_of_another_child' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER evaluation_is_of_its_child BEFORE INSERT ON evaluation
    FOR EACH ROW EXECUTE FUNCTION evaluation_is_of_its_child();

-- A place is taken until the day on which it ends. The day of a return is stored nowhere, so it is the database's own
-- day, and a day more since days here are counted in UTC.
CREATE OR REPLACE FUNCTION guard_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_programme programme%ROWTYPE;
    day TEXT := NEW.allocated_on;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.ended_on IS NOT NULL OR OLD.ended_on IS NULL THEN RETURN NEW; END IF;
    END IF;
    SELECT * INTO the_programme FROM programme
     WHERE school_id = NEW.school_id AND id = NEW.programme_id FOR UPDATE;
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    IF TG_OP = 'INSERT' THEN
        IF NOT consent_in_force(NEW.school_id, NEW.case_id, NEW.allocated_on) THEN
            RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
        END IF;
        IF NOT trained_on(NEW.school_id, the_programme.deliverer_id, NEW.allocated_on) THEN
            RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
        END IF;
    ELSE
        day := to_char((now() AT TIME ZONE 'UTC') + INTERVAL '1 day', 'YYYY-MM-DD');
        IF NOT consent_in_force(NEW.school_id, NEW.case_id,
                                greatest(OLD.ended_on, (SELECT max(a.answered_on) FROM consent_answer a
                                                         WHERE a.school_id = NEW.school_id
                                                           AND a.case_id = NEW.case_id))) THEN
            RAISE EXCEPTION 'no_consent_in_force' USING ERRCODE = '23W01';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM training t
                        WHERE t.school_id = NEW.school_id AND t.staff_id = the_programme.deliverer_id
                          AND t.kind = 'nurture' AND t.expires_on >= OLD.ended_on) THEN
            RAISE EXCEPTION 'training_not_in_force' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF (SELECT count(*) FROM place p
         WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.id <> NEW.id
           AND (p.ended_on IS NULL OR p.ended_on > day)) >= the_programme.places THEN
        RAISE EXCEPTION 'no_place_left' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- Where a place has ended, another child may have it since.
CREATE TRIGGER place_ends_no_later BEFORE UPDATE OF ended_on ON place
    FOR EACH ROW WHEN (NEW.ended_on > OLD.ended_on) EXECUTE FUNCTION refuse('place_stands');

CREATE TRIGGER held_session_is_never_deleted BEFORE DELETE ON session
    FOR EACH ROW WHEN (OLD.outcome <> 'planned') EXECUTE FUNCTION refuse('session_stands');
CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON impact_review
    FOR EACH ROW EXECUTE FUNCTION refuse('review_stands');
CREATE TRIGGER step_is_never_deleted BEFORE DELETE ON step
    FOR EACH ROW EXECUTE FUNCTION refuse('step_stands');
CREATE TRIGGER pointer_is_never_deleted BEFORE DELETE ON safeguarding_pointer
    FOR EACH ROW EXECUTE FUNCTION refuse('pointer_stands');
CREATE TRIGGER pointer_still_holds_a_reference_alone BEFORE UPDATE OF reference ON safeguarding_pointer
    FOR EACH ROW WHEN (NEW.reference !~ '[0-9]' OR NEW.reference ~ '[^ ] +[^ ]+ +[^ ]' OR NEW.reference ~ '[\t\n\r]')
    EXECUTE FUNCTION refuse('reference_alone');
CREATE TRIGGER request_is_never_changed BEFORE UPDATE OR DELETE ON consent_request
    FOR EACH ROW EXECUTE FUNCTION refuse('request_stands');
-- Of a letter that was sent only the sheet changes, to the one without the link that was kept with it.
CREATE TRIGGER letter_is_kept_as_sent
    BEFORE UPDATE OF case_id, contact_id, way, title, words, made_by, made_at ON letter
    FOR EACH ROW EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER sheet_is_kept_as_sent BEFORE UPDATE OF pdf ON letter
    FOR EACH ROW WHEN (NEW.pdf IS DISTINCT FROM OLD.pdf AND NEW.pdf IS DISTINCT FROM OLD.kept_pdf)
    EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER letter_is_never_deleted BEFORE DELETE ON letter
    FOR EACH ROW EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER case_stays_with_its_child BEFORE UPDATE OF pupil_id ON nurture_case
    FOR EACH ROW WHEN (NEW.pupil_id <> OLD.pupil_id) EXECUTE FUNCTION refuse('case_stands');

-- No row is asked when a table is emptied at once. A later table gets this in its own migration.
DO $$
DECLARE
    the_table regclass;
BEGIN
    FOR the_table IN
        SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %s
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
