-- An administrator who ends the SENCo's role or puts them down as left is told of too, so that nobody can first send
-- away who would read of it (docs/adr/0009). The day on which the ending takes effect stands with it.
ALTER TABLE account_act ADD COLUMN takes_effect_on TEXT;

-- only sqlite
-- Checks that let more pass leave every row as it is; SQLite's manual gives this way for it (lang_altertable, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(replace(sql, '''address_changed''', '''address_changed'', ''role_ended'', ''left'''),
                     '(kind = ''role_given'') =', '(kind IN (''role_given'', ''role_ended'')) =')
 WHERE type = 'table' AND name = 'account_act';
PRAGMA writable_schema = RESET;

-- only postgresql
ALTER TABLE account_act DROP CONSTRAINT account_act_kind_check;
ALTER TABLE account_act ADD CONSTRAINT account_act_kind_check
      CHECK (kind IN ('role_given', 'link_made', 'address_changed', 'role_ended', 'left'));
ALTER TABLE account_act DROP CONSTRAINT given_is_a_role;
ALTER TABLE account_act ADD CONSTRAINT given_is_a_role
      CHECK ((kind IN ('role_given', 'role_ended')) = (role IS NOT NULL));
-- both

-- What was done before the doer gave a person every role by which that person would say that they know of it.
CREATE VIEW account_act_before_role AS
SELECT a.school_id, a.id AS act_id, f.id AS staff_id
  FROM account_act a
  JOIN staff f ON f.school_id = a.school_id
 WHERE EXISTS (SELECT 1 FROM account_act g
                WHERE g.school_id = a.school_id AND g.staff_id = f.id AND g.kind = 'role_given'
                  AND g.role IN ('senco', 'headteacher') AND g.made_by = a.made_by
                  AND (g.made_at > a.made_at OR g.made_at = a.made_at AND g.id > a.id))
   AND NOT EXISTS (SELECT 1 FROM role_held r
                    WHERE r.school_id = a.school_id AND r.staff_id = f.id AND r.role IN ('senco', 'headteacher')
                      AND NOT EXISTS (SELECT 1 FROM account_act g
                                       WHERE g.school_id = a.school_id AND g.staff_id = f.id
                                         AND g.kind = 'role_given' AND g.role = r.role AND g.made_by = a.made_by
                                         AND (g.made_at > a.made_at OR g.made_at = a.made_at AND g.id > a.id)));

-- only sqlite
CREATE TRIGGER known_before_the_role BEFORE INSERT ON account_act_known
WHEN EXISTS (SELECT 1 FROM account_act_before_role b
              WHERE b.school_id = NEW.school_id AND b.act_id = NEW.act_id AND b.staff_id = NEW.staff_id)
BEGIN SELECT RAISE(ABORT, 'known_by_whom_the_doer_chose'); END;

-- only postgresql
CREATE FUNCTION known_before_the_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM account_act_before_role b
                WHERE b.school_id = NEW.school_id AND b.act_id = NEW.act_id AND b.staff_id = NEW.staff_id) THEN
        RAISE EXCEPTION 'known_by_whom_the_doer_chose' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER known_before_the_role BEFORE INSERT ON account_act_known
    FOR EACH ROW EXECUTE FUNCTION known_before_the_role();
-- both

-- An adult's e-mail address was changed, to which the next letter's link would go. The SENCo is told of it until somebody
-- other than who changed it has seen it.
CREATE TABLE address_change (
    school_id       INTEGER NOT NULL,
    id              TEXT    NOT NULL,
    contact_id      TEXT    NOT NULL,
    address_before  TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    made_by         TEXT    NOT NULL,
    made_at         BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE INDEX address_change_of_contact ON address_change (school_id, contact_id);

CREATE TABLE address_change_seen (
    school_id  INTEGER NOT NULL,
    change_id  TEXT    NOT NULL,
    seen_by    TEXT    NOT NULL,
    seen_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, change_id),
    FOREIGN KEY (school_id, change_id) REFERENCES address_change (school_id, id),
    FOREIGN KEY (school_id, seen_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER address_change_is_never_changed BEFORE UPDATE ON address_change
BEGIN SELECT RAISE(ABORT, 'address_change_stands'); END;
CREATE TRIGGER address_change_is_never_deleted BEFORE DELETE ON address_change
BEGIN SELECT RAISE(ABORT, 'address_change_stands'); END;
CREATE TRIGGER address_change_seen_is_never_changed BEFORE UPDATE ON address_change_seen
BEGIN SELECT RAISE(ABORT, 'address_change_stands'); END;
CREATE TRIGGER address_change_seen_is_never_deleted BEFORE DELETE ON address_change_seen
BEGIN SELECT RAISE(ABORT, 'address_change_stands'); END;
CREATE TRIGGER address_change_seen_by_another BEFORE INSERT ON address_change_seen
WHEN EXISTS (SELECT 1 FROM address_change a
              WHERE a.school_id = NEW.school_id AND a.id = NEW.change_id AND a.made_by = NEW.seen_by)
BEGIN SELECT RAISE(ABORT, 'seen_by_who_did_it'); END;

-- only postgresql
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON address_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON address_change_seen
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER address_change_is_never_changed BEFORE UPDATE OR DELETE ON address_change
    FOR EACH ROW EXECUTE FUNCTION refuse('address_change_stands');
CREATE TRIGGER address_change_seen_is_never_changed BEFORE UPDATE OR DELETE ON address_change_seen
    FOR EACH ROW EXECUTE FUNCTION refuse('address_change_stands');
CREATE FUNCTION address_change_seen_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM address_change a
                WHERE a.school_id = NEW.school_id AND a.id = NEW.change_id AND a.made_by = NEW.seen_by) THEN
        RAISE EXCEPTION 'seen_by_who_did_it' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER address_change_seen_by_another BEFORE INSERT ON address_change_seen
    FOR EACH ROW EXECUTE FUNCTION address_change_seen_by_another();
