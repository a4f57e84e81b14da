-- Rows of a child's way stay, and stay themselves (R1). Where no row of a table may go, none is pushed out by REPLACE either,
-- for which SQLite asks the triggers of deletion; and whoever could change a key could lay one row over another, or
-- take it out of everything that names it.

-- only sqlite
CREATE TRIGGER case_is_never_deleted BEFORE DELETE ON nurture_case
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER concern_is_never_deleted BEFORE DELETE ON concern
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER discussion_is_never_deleted BEFORE DELETE ON discussion
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER prioritisation_is_never_deleted BEFORE DELETE ON prioritisation
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER waiting_is_never_deleted BEFORE DELETE ON waiting
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER link_is_never_deleted BEFORE DELETE ON consent_link
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER programme_is_never_deleted BEFORE DELETE ON programme
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER place_is_never_deleted BEFORE DELETE ON place
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER target_is_never_deleted BEFORE DELETE ON target
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER next_step_is_never_deleted BEFORE DELETE ON next_step
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER check_in_is_never_deleted BEFORE DELETE ON check_in
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER question_is_never_deleted BEFORE DELETE ON question
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER liaison_is_never_deleted BEFORE DELETE ON liaison
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER parent_message_is_never_deleted BEFORE DELETE ON parent_message
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;

CREATE TRIGGER case_keeps_its_key BEFORE UPDATE OF school_id, id ON nurture_case
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER step_keeps_its_key BEFORE UPDATE OF school_id, id ON step
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER concern_keeps_its_key BEFORE UPDATE OF school_id, id ON concern
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER discussion_keeps_its_key BEFORE UPDATE OF school_id, id ON discussion
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER prioritisation_keeps_its_key BEFORE UPDATE OF school_id, id ON prioritisation
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER waiting_keeps_its_key BEFORE UPDATE OF school_id, id ON waiting
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER safeguarding_pointer_keeps_its_key BEFORE UPDATE OF school_id, id ON safeguarding_pointer
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER letter_keeps_its_key BEFORE UPDATE OF school_id, id ON letter
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER programme_keeps_its_key BEFORE UPDATE OF school_id, id ON programme
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER place_keeps_its_key BEFORE UPDATE OF school_id, id ON place
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER target_keeps_its_key BEFORE UPDATE OF school_id, id ON target
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER session_keeps_its_key BEFORE UPDATE OF school_id, id ON session
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER evaluation_keeps_its_key BEFORE UPDATE OF school_id, id ON evaluation
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER impact_review_keeps_its_key BEFORE UPDATE OF school_id, id ON impact_review
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER next_step_keeps_its_key BEFORE UPDATE OF school_id, id ON next_step
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER check_in_keeps_its_key BEFORE UPDATE OF school_id, id ON check_in
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER question_keeps_its_key BEFORE UPDATE OF school_id, id ON question
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER liaison_keeps_its_key BEFORE UPDATE OF school_id, id ON liaison
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER parent_message_keeps_its_key BEFORE UPDATE OF school_id, id ON parent_message
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER training_keeps_its_key BEFORE UPDATE OF school_id, id ON training
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER rating_keeps_its_key BEFORE UPDATE OF school_id, evaluation_id, target_id ON target_rating
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
-- A link leads one person to one case, by one token.
CREATE TRIGGER link_stays_with_its_person
BEFORE UPDATE OF token_hash, school_id, case_id, contact_id, made_at, proof_key ON consent_link
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;

-- only postgresql
DO $$
DECLARE
    the_table text;
BEGIN
    FOREACH the_table IN ARRAY ARRAY[
        'nurture_case', 'concern', 'discussion', 'prioritisation', 'waiting', 'consent_link', 'programme', 'place',
        'target', 'next_step', 'check_in', 'question', 'liaison', 'parent_message']
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_deleted BEFORE DELETE ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''rows_stay'')', the_table);
    END LOOP;
    FOREACH the_table IN ARRAY ARRAY[
        'nurture_case', 'step', 'concern', 'discussion', 'prioritisation', 'waiting', 'safeguarding_pointer',
        'letter', 'programme', 'place', 'target', 'session', 'evaluation', 'impact_review', 'next_step', 'check_in',
        'question', 'liaison', 'parent_message', 'training']
    LOOP
        EXECUTE format('CREATE TRIGGER keeps_its_key BEFORE UPDATE OF school_id, id ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''keys_stay'')', the_table);
    END LOOP;
END $$;
CREATE TRIGGER keeps_its_key BEFORE UPDATE OF school_id, evaluation_id, target_id ON target_rating
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
-- A link leads one person to one case, by one token.
CREATE TRIGGER link_stays_with_its_person
    BEFORE UPDATE OF token_hash, school_id, case_id, contact_id, made_at, proof_key ON consent_link
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
