-- A child is asked who may know at set moments (N3): once support has started, after the fourth session, and when the class
-- or the adult changes. The case says for which it is time, until the child has been asked; so who delivers is told without
-- looking through every case.
ALTER TABLE nurture_case ADD COLUMN to_be_asked TEXT
    CHECK (to_be_asked IN ('start', 'fourth_session', 'class', 'deliverer'));
CREATE INDEX cases_to_ask ON nurture_case (school_id) WHERE to_be_asked IS NOT NULL AND closed_at IS NULL;

-- only sqlite
CREATE TRIGGER asked_once_started AFTER INSERT ON step WHEN NEW.step = 'start'
BEGIN
    UPDATE nurture_case SET to_be_asked = 'start' WHERE school_id = NEW.school_id AND id = NEW.case_id;
END;
CREATE TRIGGER asked_after_the_fourth_session AFTER UPDATE OF outcome ON session
WHEN NEW.outcome = 'delivered' AND OLD.outcome <> 'delivered' AND NEW.number = 4
BEGIN
    UPDATE nurture_case SET to_be_asked = 'fourth_session'
     WHERE school_id = NEW.school_id
       AND id IN (SELECT p.case_id FROM place p
                   WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.ended_on IS NULL);
END;
CREATE TRIGGER asked_when_the_class_changes AFTER INSERT ON class_membership
BEGIN
    UPDATE nurture_case SET to_be_asked = 'class'
     WHERE school_id = NEW.school_id AND pupil_id = NEW.pupil_id AND closed_at IS NULL
       AND EXISTS (SELECT 1 FROM sharing_agreement a
                    WHERE a.school_id = NEW.school_id AND a.case_id = nurture_case.id AND a.replaced_at IS NULL);
END;
CREATE TRIGGER asked_when_the_deliverer_changes AFTER UPDATE OF deliverer_id ON programme
WHEN NEW.deliverer_id <> OLD.deliverer_id
BEGIN
    UPDATE nurture_case SET to_be_asked = 'deliverer'
     WHERE school_id = NEW.school_id
       AND id IN (SELECT p.case_id FROM place p
                   WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND p.ended_on IS NULL)
       AND EXISTS (SELECT 1 FROM sharing_agreement a
                    WHERE a.school_id = NEW.school_id AND a.case_id = nurture_case.id AND a.replaced_at IS NULL);
END;
CREATE TRIGGER asked_now AFTER INSERT ON sharing_agreement
BEGIN
    UPDATE nurture_case SET to_be_asked = NULL WHERE school_id = NEW.school_id AND id = NEW.case_id;
END;

-- only postgresql
CREATE FUNCTION ask_once_started() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET to_be_asked = 'start' WHERE school_id = NEW.school_id AND id = NEW.case_id;
    RETURN NULL;
END $$;
CREATE TRIGGER asked_once_started AFTER INSERT ON step
    FOR EACH ROW WHEN (NEW.step = 'start') EXECUTE FUNCTION ask_once_started();
CREATE FUNCTION ask_after_the_fourth_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET to_be_asked = 'fourth_session'
     WHERE school_id = NEW.school_id
       AND id IN (SELECT p.case_id FROM place p
                   WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.programme_id AND p.ended_on IS NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER asked_after_the_fourth_session AFTER UPDATE OF outcome ON session
    FOR EACH ROW WHEN (NEW.outcome = 'delivered' AND OLD.outcome <> 'delivered' AND NEW.number = 4)
    EXECUTE FUNCTION ask_after_the_fourth_session();
CREATE FUNCTION ask_when_the_class_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET to_be_asked = 'class'
     WHERE school_id = NEW.school_id AND pupil_id = NEW.pupil_id AND closed_at IS NULL
       AND EXISTS (SELECT 1 FROM sharing_agreement a
                    WHERE a.school_id = NEW.school_id AND a.case_id = nurture_case.id AND a.replaced_at IS NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER asked_when_the_class_changes AFTER INSERT ON class_membership
    FOR EACH ROW EXECUTE FUNCTION ask_when_the_class_changes();
CREATE FUNCTION ask_when_the_deliverer_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET to_be_asked = 'deliverer'
     WHERE school_id = NEW.school_id
       AND id IN (SELECT p.case_id FROM place p
                   WHERE p.school_id = NEW.school_id AND p.programme_id = NEW.id AND p.ended_on IS NULL)
       AND EXISTS (SELECT 1 FROM sharing_agreement a
                    WHERE a.school_id = NEW.school_id AND a.case_id = nurture_case.id AND a.replaced_at IS NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER asked_when_the_deliverer_changes AFTER UPDATE OF deliverer_id ON programme
    FOR EACH ROW WHEN (NEW.deliverer_id <> OLD.deliverer_id) EXECUTE FUNCTION ask_when_the_deliverer_changes();
CREATE FUNCTION ask_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE nurture_case SET to_be_asked = NULL WHERE school_id = NEW.school_id AND id = NEW.case_id;
    RETURN NULL;
END $$;
CREATE TRIGGER asked_now AFTER INSERT ON sharing_agreement
    FOR EACH ROW EXECUTE FUNCTION ask_no_more();
