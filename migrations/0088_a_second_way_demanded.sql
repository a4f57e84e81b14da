-- For whom the school demands a second way to sign in, a passkey or an authenticator app, and from which day: by role. A role
-- without a row demands none.
CREATE TABLE second_way_demand (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    role       TEXT    NOT NULL CHECK (role IN ('class_teacher', 'support_staff', 'nurture_assistant', 'senco',
                                                'headteacher', 'safeguarding_lead', 'administrator', 'governor')),
    starts_on  TEXT    NOT NULL,
    PRIMARY KEY (school_id, role)
) WITHOUT ROWID;

-- The last second way stays while a role of its person demands one, unless a link for a new password took every other way away
-- since it was made: so comes back in who lost it.
-- only sqlite
CREATE VIEW second_way_demanded AS
SELECT s.account_id
  FROM account_school s
  JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id AND (f.left_on IS NULL OR f.left_on > date('now'))
  JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                  AND r.starts_on <= date('now') AND (r.ends_on IS NULL OR r.ends_on >= date('now'))
  JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role AND d.starts_on <= date('now');
CREATE TRIGGER last_passkey_stays BEFORE DELETE ON passkey
WHEN OLD.account_id IN (SELECT account_id FROM second_way_demanded)
 AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = OLD.account_id AND p.id <> OLD.id)
 AND NOT EXISTS (SELECT 1 FROM authenticator_app a WHERE a.account_id = OLD.account_id AND a.confirmed_at IS NOT NULL)
 AND NOT EXISTS (SELECT 1 FROM way_change w
                  WHERE w.account_id = OLD.account_id AND w.kind = 'others_taken_away' AND w.made_at >= OLD.made_at)
BEGIN SELECT RAISE(ABORT, 'second_way_is_demanded'); END;
CREATE TRIGGER last_app_stays BEFORE DELETE ON authenticator_app
WHEN OLD.confirmed_at IS NOT NULL AND OLD.account_id IN (SELECT account_id FROM second_way_demanded)
 AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = OLD.account_id)
 AND NOT EXISTS (SELECT 1 FROM way_change w
                  WHERE w.account_id = OLD.account_id AND w.kind = 'others_taken_away' AND w.made_at >= OLD.made_at)
BEGIN SELECT RAISE(ABORT, 'second_way_is_demanded'); END;
CREATE TRIGGER app_stays_confirmed BEFORE UPDATE OF confirmed_at ON authenticator_app
WHEN OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NULL
BEGIN SELECT RAISE(ABORT, 'app_stays_confirmed'); END;

-- only postgresql
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON second_way_demand
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- Of the school that was entered; of the person's other schools the rule alone knows.
CREATE FUNCTION second_way_is_demanded(the_account TEXT, way_made_at BIGINT) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    today TEXT := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD');
BEGIN
    RETURN EXISTS (SELECT 1
                     FROM account_school s
                     JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id
                                 AND (f.left_on IS NULL OR f.left_on > today)
                     JOIN role_held r ON r.school_id = f.school_id AND r.staff_id = f.id
                                     AND r.starts_on <= today AND (r.ends_on IS NULL OR r.ends_on >= today)
                     JOIN second_way_demand d ON d.school_id = r.school_id AND d.role = r.role AND d.starts_on <= today
                    WHERE s.account_id = the_account)
       AND NOT EXISTS (SELECT 1 FROM way_change w
                        WHERE w.account_id = the_account AND w.kind = 'others_taken_away'
                          AND w.made_at >= way_made_at);
END $$;
CREATE FUNCTION last_passkey_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF second_way_is_demanded(OLD.account_id, OLD.made_at)
       AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = OLD.account_id AND p.id <> OLD.id)
       AND NOT EXISTS (SELECT 1 FROM authenticator_app a
                        WHERE a.account_id = OLD.account_id AND a.confirmed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'second_way_is_demanded' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER last_passkey_stays BEFORE DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION last_passkey_stays();
CREATE FUNCTION last_app_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF second_way_is_demanded(OLD.account_id, OLD.made_at)
       AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = OLD.account_id) THEN
        RAISE EXCEPTION 'second_way_is_demanded' USING ERRCODE = '23W01';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER last_app_stays BEFORE DELETE ON authenticator_app
    FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL) EXECUTE FUNCTION last_app_stays();
CREATE TRIGGER app_stays_confirmed BEFORE UPDATE OF confirmed_at ON authenticator_app
    FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS NULL)
    EXECUTE FUNCTION refuse('app_stays_confirmed');
