-- What this installation is, such as 'made_as' = 'demonstration' for made-up people only.
CREATE TABLE installation (
    name   TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL
);

-- A school that uses this installation. Its number begins every key of its data.
CREATE TABLE school (
    id             INTEGER NOT NULL PRIMARY KEY,
    name           TEXT    NOT NULL,
    telephone      TEXT    NOT NULL DEFAULT '',
    cpoms_address  TEXT    NOT NULL DEFAULT '',
    made_at        BIGINT  NOT NULL,
    version        INTEGER NOT NULL DEFAULT 1
);

-- Who may sign in, over all schools. A person of two schools has one account.
CREATE TABLE account (
    id             TEXT   NOT NULL PRIMARY KEY,
    address        TEXT   NOT NULL UNIQUE,
    password_hash  TEXT   NOT NULL DEFAULT '',
    made_at        BIGINT NOT NULL,
    closed_at      BIGINT
);

-- A device that is signed in. The token is known to its cookie alone; here stands its hash, and a hash of the network
-- address it signed in from.
CREATE TABLE sign_in (
    token_hash  TEXT    NOT NULL PRIMARY KEY,
    account_id  TEXT    NOT NULL REFERENCES account (id),
    school_id   INTEGER NOT NULL REFERENCES school (id),
    staff_id    TEXT    NOT NULL,
    device      TEXT    NOT NULL DEFAULT '',
    from_hash   TEXT    NOT NULL DEFAULT '',
    started_at  BIGINT  NOT NULL,
    seen_at     BIGINT  NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX sign_in_of_account ON sign_in (account_id);

-- How often signing in failed of late, by account and by address, kept under a hash of either.
CREATE TABLE sign_in_failure (
    what_hash  TEXT    NOT NULL PRIMARY KEY,
    failures   INTEGER NOT NULL,
    last_at    BIGINT  NOT NULL
);

-- A form that was answered: the same form sent twice gets the same answer and changes nothing.
CREATE TABLE submission (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    location   TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- Every change, with who, when, from, to and why. Each row's hash covers the hash before it and the digest of its
-- detail, so that a row can't be changed, removed or moved unnoticed, while a detail can be erased when its time has
-- come. Never updated but for that erasure, never deleted.
CREATE TABLE record (
    school_id      INTEGER NOT NULL REFERENCES school (id),
    number         BIGINT  NOT NULL,
    at             BIGINT  NOT NULL,
    by_staff_id    TEXT,
    by_name        TEXT    NOT NULL,
    action         TEXT    NOT NULL CHECK (action IN ('made', 'changed', 'ended', 'undone', 'signed')),
    subject        TEXT    NOT NULL,
    subject_id     TEXT    NOT NULL,
    case_id        TEXT,
    why            TEXT    NOT NULL DEFAULT '',
    detail         TEXT,
    detail_digest  TEXT    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    hash           TEXT    NOT NULL,
    PRIMARY KEY (school_id, number)
);
CREATE INDEX record_of_case ON record (school_id, case_id) WHERE case_id IS NOT NULL;

-- Where each school's chain of records ends.
CREATE TABLE record_head (
    school_id  INTEGER NOT NULL PRIMARY KEY REFERENCES school (id),
    number     BIGINT  NOT NULL,
    hash       TEXT    NOT NULL
);

-- only sqlite
CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'records_stay'); END;
CREATE TRIGGER record_is_never_changed
BEFORE UPDATE OF school_id, number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why,
                 detail_digest, previous_hash, hash ON record
BEGIN SELECT RAISE(ABORT, 'records_stay'); END;
-- only postgresql
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = '23W01';
END $$;
CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
    FOR EACH ROW EXECUTE FUNCTION refuse('records_stay');
CREATE TRIGGER record_is_never_changed
    BEFORE UPDATE OF school_id, number, at, by_staff_id, by_name, action, subject, subject_id, case_id, why,
                     detail_digest, previous_hash, hash ON record
    FOR EACH ROW EXECUTE FUNCTION refuse('records_stay');
-- both
