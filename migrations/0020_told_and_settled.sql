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

-- Who delivers a session is another than who delivers its programme by a change of hands alone, and never by the
-- statement that records it as held.
CREATE TRIGGER own_deliverer_on_arrival BEFORE INSERT ON session
WHEN NEW.deliverer_id IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM programme_change c
                  WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.programme_id
                    AND c.deliverer_before = NEW.deliverer_id)
BEGIN SELECT RAISE(ABORT, 'deliverer_needs_a_change'); END;
CREATE TRIGGER own_deliverer_by_a_change BEFORE UPDATE OF deliverer_id ON session
WHEN NEW.deliverer_id IS NOT OLD.deliverer_id
BEGIN
    SELECT RAISE(ABORT, 'deliverer_needs_a_change') WHERE NEW.outcome <> OLD.outcome;
    SELECT RAISE(ABORT, 'deliverer_needs_a_change') WHERE NOT EXISTS (
        SELECT 1 FROM programme_change c
         WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.programme_id
           AND (c.deliverer_before = NEW.deliverer_id
                OR NEW.deliverer_id IS NULL AND NEW.outcome = 'planned' AND c.from_on <= NEW.planned_on));
END;
-- A programme changes hands by what is written of it, and never to a person who has left.
CREATE TRIGGER programme_changes_hands_by_a_change BEFORE UPDATE OF deliverer_id ON programme
WHEN NEW.deliverer_id <> OLD.deliverer_id
BEGIN
    SELECT RAISE(ABORT, 'deliverer_has_left') FROM staff f
     WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id
       AND f.left_on <= coalesce((SELECT max(c.from_on) FROM programme_change c
                                   WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.id), NEW.starts_on);
    SELECT RAISE(ABORT, 'deliverer_needs_a_change') WHERE NOT EXISTS (
        SELECT 1 FROM programme_change c
         WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.id
           AND c.deliverer_before = OLD.deliverer_id AND c.deliverer_id = NEW.deliverer_id
           AND c.made_at = (SELECT max(l.made_at) FROM programme_change l
                             WHERE l.school_id = NEW.school_id AND l.programme_id = NEW.id));
END;
CREATE TRIGGER programme_is_led_by_somebody_here BEFORE INSERT ON programme
WHEN EXISTS (SELECT 1 FROM staff f
              WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id AND f.left_on <= NEW.starts_on)
BEGIN SELECT RAISE(ABORT, 'deliverer_has_left'); END;
-- A place is for the child whom its case is about.
CREATE TRIGGER place_is_for_its_child BEFORE INSERT ON place
WHEN NOT EXISTS (SELECT 1 FROM nurture_case n
                  WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.pupil_id = NEW.pupil_id)
BEGIN SELECT RAISE(ABORT, 'place_of_another_child'); END;
-- No case is closed whose child still has a place.
CREATE TRIGGER closing_ends_no_place BEFORE UPDATE OF closed_at ON nurture_case
WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL
 AND EXISTS (SELECT 1 FROM place p
              WHERE p.school_id = NEW.school_id AND p.case_id = NEW.id AND p.ended_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'has_a_place'); END;
-- No training changes without a word of what it was.
CREATE TRIGGER training_changes_with_a_record BEFORE UPDATE OF staff_id, kind, held_on, expires_on ON training
WHEN NEW.staff_id <> OLD.staff_id OR NEW.kind <> OLD.kind
  OR (NEW.held_on <> OLD.held_on OR NEW.expires_on <> OLD.expires_on)
 AND NOT EXISTS (SELECT 1 FROM training_correction c
                  WHERE c.school_id = OLD.school_id AND c.training_id = OLD.id AND c.held_before = OLD.held_on
                    AND c.expires_before = OLD.expires_on AND c.held_on = NEW.held_on
                    AND c.expires_on = NEW.expires_on)
BEGIN SELECT RAISE(ABORT, 'training_stands'); END;

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

-- Who delivers a session is another than who delivers its programme by a change of hands alone, and never by the
-- statement that records it as held.
CREATE FUNCTION own_deliverer_by_a_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.deliverer_id IS NULL THEN RETURN NEW; END IF;
    ELSE
        IF NEW.deliverer_id IS NOT DISTINCT FROM OLD.deliverer_id THEN RETURN NEW; END IF;
        IF NEW.outcome <> OLD.outcome THEN
            RAISE EXCEPTION 'deliverer_needs_a_change' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_change c
                    WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.programme_id
                      AND (c.deliverer_before = NEW.deliverer_id
                           OR NEW.deliverer_id IS NULL AND NEW.outcome = 'planned'
                              AND c.from_on <= NEW.planned_on)) THEN
        RAISE EXCEPTION 'deliverer_needs_a_change' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own_deliverer_by_a_change BEFORE INSERT OR UPDATE OF deliverer_id ON session
    FOR EACH ROW EXECUTE FUNCTION own_deliverer_by_a_change();

-- A programme changes hands by what is written of it, and never to a person who has left.
CREATE FUNCTION programme_changes_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT 1 FROM staff f
                    WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id
                      AND f.left_on <= NEW.starts_on) THEN
            RAISE EXCEPTION 'deliverer_has_left' USING ERRCODE = '23W01';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.deliverer_id = OLD.deliverer_id THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM staff f
                WHERE f.school_id = NEW.school_id AND f.id = NEW.deliverer_id
                  AND f.left_on <= coalesce((SELECT max(c.from_on) FROM programme_change c
                                              WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.id),
                                            NEW.starts_on)) THEN
        RAISE EXCEPTION 'deliverer_has_left' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_change c
                    WHERE c.school_id = NEW.school_id AND c.programme_id = NEW.id
                      AND c.deliverer_before = OLD.deliverer_id AND c.deliverer_id = NEW.deliverer_id
                      AND c.made_at = (SELECT max(l.made_at) FROM programme_change l
                                        WHERE l.school_id = NEW.school_id AND l.programme_id = NEW.id)) THEN
        RAISE EXCEPTION 'deliverer_needs_a_change' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_changes_hands BEFORE INSERT OR UPDATE OF deliverer_id ON programme
    FOR EACH ROW EXECUTE FUNCTION programme_changes_hands();

-- A place is for the child whom its case is about.
CREATE FUNCTION place_is_for_its_child() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM nurture_case n
                    WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.pupil_id = NEW.pupil_id) THEN
        RAISE EXCEPTION 'place_of_another_child' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER place_is_for_its_child BEFORE INSERT ON place
    FOR EACH ROW EXECUTE FUNCTION place_is_for_its_child();

-- No case is closed whose child still has a place.
CREATE FUNCTION closing_ends_no_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM place p
                WHERE p.school_id = NEW.school_id AND p.case_id = NEW.id AND p.ended_on IS NULL) THEN
        RAISE EXCEPTION 'has_a_place' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER closing_ends_no_place BEFORE UPDATE OF closed_at ON nurture_case
    FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL)
    EXECUTE FUNCTION closing_ends_no_place();

-- No training changes without a word of what it was.
CREATE FUNCTION training_changes_with_a_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.staff_id = OLD.staff_id AND NEW.kind = OLD.kind
       AND (NEW.held_on = OLD.held_on AND NEW.expires_on = OLD.expires_on
            OR EXISTS (SELECT 1 FROM training_correction c
                        WHERE c.school_id = OLD.school_id AND c.training_id = OLD.id
                          AND c.held_before = OLD.held_on AND c.expires_before = OLD.expires_on
                          AND c.held_on = NEW.held_on AND c.expires_on = NEW.expires_on)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'training_stands' USING ERRCODE = '23W01';
END $$;
CREATE TRIGGER training_changes_with_a_record BEFORE UPDATE OF staff_id, kind, held_on, expires_on ON training
    FOR EACH ROW EXECUTE FUNCTION training_changes_with_a_record();
-- both
