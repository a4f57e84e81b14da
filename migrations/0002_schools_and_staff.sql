CREATE TABLE term (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    starts_on  TEXT    NOT NULL,
    ends_on    TEXT    NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    CHECK (starts_on <= ends_on),
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- Days within a term on which the school is closed to pupils: half terms, training days. Bank holidays
-- need no row; Withy knows them.
CREATE TABLE closure (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    starts_on  TEXT    NOT NULL,
    ends_on    TEXT    NOT NULL,
    CHECK (starts_on <= ends_on),
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- A room that nurture support may use.
CREATE TABLE room (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    closed_on  TEXT,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- The register of policy versions (Y1). The version in force when a programme started judges it.
CREATE TABLE policy_version (
    school_id            INTEGER NOT NULL REFERENCES school (id),
    id                   TEXT    NOT NULL,
    number               TEXT    NOT NULL,
    in_force_from_on     TEXT    NOT NULL,
    last_review          TEXT    NOT NULL DEFAULT '',
    next_review_on       TEXT,
    committee            TEXT    NOT NULL DEFAULT '',
    comments             TEXT    NOT NULL DEFAULT '',
    statutory            INTEGER NOT NULL DEFAULT 0 CHECK (statutory IN (0, 1)),
    group_least          INTEGER NOT NULL DEFAULT 4,
    group_most           INTEGER NOT NULL DEFAULT 6,
    weeks_least          INTEGER NOT NULL DEFAULT 6,
    weeks_most           INTEGER NOT NULL DEFAULT 8,
    impact_opens_weeks   INTEGER NOT NULL DEFAULT 4,
    impact_closes_weeks  INTEGER NOT NULL DEFAULT 6,
    version              INTEGER NOT NULL DEFAULT 1,
    CHECK (group_least <= group_most AND weeks_least <= weeks_most AND impact_opens_weeks <= impact_closes_weeks),
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- A person who works at the school. Without an account they can't sign in yet.
CREATE TABLE staff (
    school_id   INTEGER NOT NULL REFERENCES school (id),
    id          TEXT    NOT NULL,
    account_id  TEXT    REFERENCES account (id),
    name        TEXT    NOT NULL,
    address     TEXT    NOT NULL DEFAULT '',
    left_on     TEXT,
    version     INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX staff_of_account ON staff (school_id, account_id) WHERE account_id IS NOT NULL;

-- Which schools an account leads to, readable before a school is entered: signing in starts from here. Kept in step
-- with staff by triggers.
CREATE TABLE account_school (
    account_id  TEXT    NOT NULL REFERENCES account (id),
    school_id   INTEGER NOT NULL,
    staff_id    TEXT    NOT NULL,
    PRIMARY KEY (account_id, school_id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);

-- only sqlite
CREATE TRIGGER a_new_person_joins_account_school AFTER INSERT ON staff WHEN NEW.account_id IS NOT NULL
BEGIN
    INSERT INTO account_school (account_id, school_id, staff_id) VALUES (NEW.account_id, NEW.school_id, NEW.id);
END;
CREATE TRIGGER account_school_follows_staff AFTER UPDATE OF account_id ON staff
BEGIN
    DELETE FROM account_school WHERE school_id = OLD.school_id AND staff_id = OLD.id;
    INSERT INTO account_school (account_id, school_id, staff_id)
    SELECT NEW.account_id, NEW.school_id, NEW.id WHERE NEW.account_id IS NOT NULL;
END;
-- only postgresql
CREATE FUNCTION account_school_follows_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM account_school WHERE school_id = NEW.school_id AND staff_id = NEW.id;
    IF NEW.account_id IS NOT NULL THEN
        INSERT INTO account_school (account_id, school_id, staff_id) VALUES (NEW.account_id, NEW.school_id, NEW.id);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER account_school_follows_staff AFTER INSERT OR UPDATE OF account_id ON staff
    FOR EACH ROW EXECUTE FUNCTION account_school_follows_staff();
-- both

CREATE TABLE class (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    id           TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    year_group   TEXT    NOT NULL DEFAULT '',
    school_year  INTEGER NOT NULL,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX class_name_in_year ON class (school_id, school_year, name);

-- What a person does here, from when to when; a class teacher's role names the class (P1).
CREATE TABLE role_held (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    role       TEXT    NOT NULL CHECK (role IN ('class_teacher', 'support_staff', 'nurture_assistant', 'senco',
                                                'headteacher', 'safeguarding_lead', 'administrator', 'governor')),
    class_id   TEXT,
    starts_on  TEXT    NOT NULL,
    ends_on    TEXT,
    CHECK (role <> 'class_teacher' OR class_id IS NOT NULL),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id)
);
CREATE INDEX role_of_staff ON role_held (school_id, staff_id);
CREATE INDEX role_for_class ON role_held (school_id, class_id) WHERE class_id IS NOT NULL;

-- Nurture training, and knowing the safeguarding procedure, each in force from a day to a day (P2).
CREATE TABLE training (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    staff_id    TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('nurture', 'safeguarding')),
    name        TEXT    NOT NULL,
    held_on     TEXT    NOT NULL,
    expires_on  TEXT    NOT NULL,
    CHECK (held_on <= expires_on),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);
CREATE INDEX training_of_staff ON training (school_id, staff_id, kind);

-- A link by which a person makes their account. Used once.
CREATE TABLE invitation (
    token_hash  TEXT    NOT NULL PRIMARY KEY,
    school_id   INTEGER NOT NULL,
    staff_id    TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    used_at     BIGINT,
    revoked_at  BIGINT,
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
);
CREATE INDEX invitation_of_staff ON invitation (school_id, staff_id);
