-- Ways to sign in besides the password. They belong to an account, which may lead to several schools, and are found by it.

-- A person's authenticator app. Its secret is sealed with a key that is not in the database. It counts once a code has
-- confirmed it; the step of the last code that was used only grows, so that no code is used twice (RFC 6238, 5.2).
CREATE TABLE authenticator_app (
    account_id    TEXT    NOT NULL PRIMARY KEY REFERENCES account (id),
    sealed_secret TEXT    NOT NULL,
    made_at       BIGINT  NOT NULL,
    confirmed_at  BIGINT,
    last_step     BIGINT  NOT NULL DEFAULT 0
);

-- What signs its person in once where the app is out of reach; digests of 80 random bits.
CREATE TABLE recovery_code (
    account_id  TEXT    NOT NULL REFERENCES account (id),
    code_hash   TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    used_at     BIGINT,
    PRIMARY KEY (account_id, code_hash)
);

-- That an account's password was right and the code is still to come: by the hash of a token that the page holds.
CREATE TABLE awaited_code (
    token_hash  TEXT    NOT NULL PRIMARY KEY,
    account_id  TEXT    NOT NULL REFERENCES account (id),
    made_at     BIGINT  NOT NULL
);

-- A passkey of a person, by the name that they gave it (WebAuthn level 3). `uses` is its own count.
CREATE TABLE passkey (
    id             TEXT     NOT NULL PRIMARY KEY,
    account_id     TEXT     NOT NULL REFERENCES account (id),
    credential_id  TEXT     NOT NULL,
    public_key     TEXT     NOT NULL,
    algorithm      INTEGER  NOT NULL CHECK (algorithm IN (-7, -8, -35, -36, -257)),
    uses           BIGINT   NOT NULL CHECK (uses >= 0),
    may_be_copied  INTEGER  NOT NULL CHECK (may_be_copied IN (0, 1)),
    name           TEXT     NOT NULL CHECK (name <> ''),
    made_at        BIGINT   NOT NULL,
    used_at        BIGINT
);
CREATE UNIQUE INDEX one_passkey_of_a_credential ON passkey (credential_id);
CREATE INDEX passkey_of_account ON passkey (account_id);

-- What a passkey is to sign, once and soon. Whose it is stands there where somebody is signed in.
CREATE TABLE passkey_challenge (
    challenge_hash  TEXT    NOT NULL PRIMARY KEY,
    purpose         TEXT    NOT NULL CHECK (purpose IN ('make', 'sign_in', 'prove')),
    account_id      TEXT    REFERENCES account (id),
    made_at         BIGINT  NOT NULL,
    CONSTRAINT challenge_of_a_person CHECK ((purpose = 'sign_in') = (account_id IS NULL))
);
CREATE INDEX passkey_challenge_by_age ON passkey_challenge (made_at);

-- When this person last proved on this device who they are: by signing in, going on after a lock, or being asked.
ALTER TABLE sign_in ADD COLUMN proven_at BIGINT NOT NULL DEFAULT 0;

-- only sqlite
CREATE TRIGGER code_is_used_once BEFORE UPDATE OF last_step ON authenticator_app
WHEN NEW.last_step <= OLD.last_step
BEGIN SELECT RAISE(ABORT, 'code_was_used'); END;
CREATE TRIGGER secret_stands BEFORE UPDATE OF account_id, sealed_secret, made_at ON authenticator_app
BEGIN SELECT RAISE(ABORT, 'secret_stands'); END;
CREATE TRIGGER recovery_code_is_used_once BEFORE UPDATE ON recovery_code
WHEN OLD.used_at IS NOT NULL OR NEW.account_id <> OLD.account_id OR NEW.code_hash <> OLD.code_hash
BEGIN SELECT RAISE(ABORT, 'code_was_used'); END;
CREATE TRIGGER passkey_stands BEFORE UPDATE OF id, account_id, credential_id, public_key, algorithm, may_be_copied ON passkey
BEGIN SELECT RAISE(ABORT, 'passkey_stands'); END;
CREATE TRIGGER passkey_counts_upwards BEFORE UPDATE OF uses ON passkey
WHEN NEW.uses < OLD.uses
BEGIN SELECT RAISE(ABORT, 'passkey_counts_upwards'); END;

-- Checks that let more pass leave every row as it is; SQLite's manual gives this way for it (lang_altertable, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '''left''', '''left'', ''recovery_code_used'', ''app_removed''')
 WHERE type = 'table' AND name = 'account_act';
PRAGMA writable_schema = RESET;

-- only postgresql
CREATE TRIGGER code_is_used_once BEFORE UPDATE OF last_step ON authenticator_app
    FOR EACH ROW WHEN (NEW.last_step <= OLD.last_step) EXECUTE FUNCTION refuse('code_was_used');
CREATE TRIGGER secret_stands BEFORE UPDATE OF account_id, sealed_secret, made_at ON authenticator_app
    FOR EACH ROW EXECUTE FUNCTION refuse('secret_stands');
CREATE TRIGGER recovery_code_is_used_once BEFORE UPDATE ON recovery_code
    FOR EACH ROW WHEN (OLD.used_at IS NOT NULL OR NEW.account_id <> OLD.account_id OR NEW.code_hash <> OLD.code_hash)
    EXECUTE FUNCTION refuse('code_was_used');
CREATE TRIGGER passkey_stands
    BEFORE UPDATE OF id, account_id, credential_id, public_key, algorithm, may_be_copied ON passkey
    FOR EACH ROW EXECUTE FUNCTION refuse('passkey_stands');
CREATE TRIGGER passkey_counts_upwards BEFORE UPDATE OF uses ON passkey
    FOR EACH ROW WHEN (NEW.uses < OLD.uses) EXECUTE FUNCTION refuse('passkey_counts_upwards');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON authenticator_app
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON recovery_code
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON awaited_code
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON passkey
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON passkey_challenge
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
ALTER TABLE account_act DROP CONSTRAINT account_act_kind_check;
ALTER TABLE account_act ADD CONSTRAINT account_act_kind_check
      CHECK (kind IN ('role_given', 'link_made', 'address_changed', 'role_ended', 'left', 'recovery_code_used',
                      'app_removed'));
