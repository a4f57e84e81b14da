-- What is told of accounts, and what is settled.

-- Who runs accounts can make a colleague of anybody, so that is never silent: each such act is told to the SENCo and
-- the headteacher until they say that they know of it (docs/adr/0009).
CREATE TABLE account_act (
    school_id       INTEGER NOT NULL,
    id              TEXT    NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('role_given', 'link_made', 'address_changed')),
    staff_id        TEXT    NOT NULL,
    role            TEXT,
    address_before  TEXT    NOT NULL DEFAULT '',
    address         TEXT    NOT NULL DEFAULT '',
    made_by         TEXT    NOT NULL,
    made_at         BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    CONSTRAINT given_is_a_role CHECK ((kind = 'role_given') = (role IS NOT NULL)),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX account_act_of_staff ON account_act (school_id, staff_id, kind);

-- That this person knows of it. Nobody says so of their own act.
CREATE TABLE account_act_known (
    school_id  INTEGER NOT NULL,
    act_id     TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    known_at   BIGINT  NOT NULL,
    PRIMARY KEY (school_id, act_id, staff_id),
    FOREIGN KEY (school_id, act_id) REFERENCES account_act (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER account_act_is_never_changed BEFORE UPDATE ON account_act
BEGIN SELECT RAISE(ABORT, 'account_act_stands'); END;
CREATE TRIGGER account_act_is_never_deleted BEFORE DELETE ON account_act
BEGIN SELECT RAISE(ABORT, 'account_act_stands'); END;
CREATE TRIGGER known_is_never_changed BEFORE UPDATE ON account_act_known
BEGIN SELECT RAISE(ABORT, 'account_act_stands'); END;
CREATE TRIGGER known_is_never_deleted BEFORE DELETE ON account_act_known
BEGIN SELECT RAISE(ABORT, 'account_act_stands'); END;
CREATE TRIGGER known_to_another BEFORE INSERT ON account_act_known
WHEN EXISTS (SELECT 1 FROM account_act a
              WHERE a.school_id = NEW.school_id AND a.id = NEW.act_id AND a.made_by = NEW.staff_id)
BEGIN SELECT RAISE(ABORT, 'known_by_who_did_it'); END;

-- What was written of a child whose impact was measured, or whose case is closed, stays; so does that the session was
-- held, since the window of the impact rests on it.
CREATE TRIGGER settled_evaluation_stays BEFORE DELETE ON evaluation
WHEN EXISTS (SELECT 1 FROM impact_review i
              WHERE i.school_id = OLD.school_id AND i.place_id = OLD.place_id AND i.undone_at IS NULL)
  OR EXISTS (SELECT 1 FROM place p JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE p.school_id = OLD.school_id AND p.id = OLD.place_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER settled_session_stays BEFORE UPDATE OF held_on, outcome ON session
WHEN OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on)
 AND EXISTS (SELECT 1 FROM stay y
               JOIN place p ON p.school_id = y.school_id AND p.id = y.place_id
               JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE y.school_id = OLD.school_id AND y.programme_id = OLD.programme_id AND y.from_on <= OLD.held_on
                AND (y.ended_on IS NULL OR y.ended_on > OLD.held_on
                     OR y.ended_on = OLD.held_on AND y.last_day_counts = 1)
                AND (n.closed_at IS NOT NULL
                     OR EXISTS (SELECT 1 FROM impact_review i
                                 WHERE i.school_id = p.school_id AND i.place_id = p.id AND i.undone_at IS NULL)))
BEGIN SELECT RAISE(ABORT, 'session_settled'); END;
CREATE TRIGGER rating_of_a_closed_case_arrives BEFORE INSERT ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
               JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE e.school_id = NEW.school_id AND e.id = NEW.evaluation_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER rating_of_a_closed_case_settles BEFORE UPDATE ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
               JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE e.school_id = OLD.school_id AND e.id = OLD.evaluation_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;
CREATE TRIGGER rating_of_a_closed_case_stays BEFORE DELETE ON target_rating
WHEN EXISTS (SELECT 1 FROM evaluation e
               JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
               JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
              WHERE e.school_id = OLD.school_id AND e.id = OLD.evaluation_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'evaluation_settled'); END;

-- only postgresql
CREATE TRIGGER account_act_is_never_changed BEFORE UPDATE OR DELETE ON account_act
    FOR EACH ROW EXECUTE FUNCTION refuse('account_act_stands');
CREATE TRIGGER known_is_never_changed BEFORE UPDATE OR DELETE ON account_act_known
    FOR EACH ROW EXECUTE FUNCTION refuse('account_act_stands');
CREATE FUNCTION known_to_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM account_act a
                WHERE a.school_id = NEW.school_id AND a.id = NEW.act_id AND a.made_by = NEW.staff_id) THEN
        RAISE EXCEPTION 'known_by_who_did_it' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER known_to_another BEFORE INSERT ON account_act_known
    FOR EACH ROW EXECUTE FUNCTION known_to_another();

-- What was written of a child whose impact was measured, or whose case is closed, stays; so does that the session was
-- held, since the window of the impact rests on it.
CREATE FUNCTION settled_evaluation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_reviewed(OLD.school_id, OLD.place_id) OR is_closed(OLD.school_id, OLD.place_id) THEN
        RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER settled_evaluation_stays BEFORE DELETE ON evaluation
    FOR EACH ROW EXECUTE FUNCTION settled_evaluation_stays();
CREATE FUNCTION settled_session_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM stay y
                WHERE y.school_id = OLD.school_id AND y.programme_id = OLD.programme_id AND y.from_on <= OLD.held_on
                  AND (y.ended_on IS NULL OR y.ended_on > OLD.held_on
                       OR y.ended_on = OLD.held_on AND y.last_day_counts = 1)
                  AND (is_reviewed(y.school_id, y.place_id) OR is_closed(y.school_id, y.place_id))) THEN
        RAISE EXCEPTION 'session_settled' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER settled_session_stays BEFORE UPDATE OF held_on, outcome ON session
    FOR EACH ROW WHEN (OLD.outcome = 'delivered' AND (NEW.outcome <> 'delivered' OR NEW.held_on <> OLD.held_on))
    EXECUTE FUNCTION settled_session_stays();
CREATE FUNCTION rating_of_a_closed_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_evaluation TEXT;
    of_school INTEGER;
BEGIN
    IF TG_OP = 'INSERT' THEN
        of_school := NEW.school_id;
        of_evaluation := NEW.evaluation_id;
    ELSE
        of_school := OLD.school_id;
        of_evaluation := OLD.evaluation_id;
    END IF;
    IF EXISTS (SELECT 1 FROM evaluation e
                WHERE e.school_id = of_school AND e.id = of_evaluation AND is_closed(e.school_id, e.place_id)) THEN
        RAISE EXCEPTION 'evaluation_settled' USING ERRCODE = '23W01';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rating_of_a_closed_case BEFORE INSERT OR UPDATE OR DELETE ON target_rating
    FOR EACH ROW EXECUTE FUNCTION rating_of_a_closed_case();
-- both
