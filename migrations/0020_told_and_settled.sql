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
-- both
