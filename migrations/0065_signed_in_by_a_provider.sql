-- Whose account a provider of OpenID Connect leads to: by issuer and subject, which stay one person's for good, and never by
-- an address. The realm is the tenant at Microsoft, the domain at Google; the name is shown to the person, to be recognised.
CREATE TABLE openid_tie (
    id          TEXT    NOT NULL PRIMARY KEY,
    account_id  TEXT    NOT NULL REFERENCES account (id),
    provider    TEXT    NOT NULL CONSTRAINT known_provider CHECK (provider IN ('microsoft', 'google')),
    issuer      TEXT    NOT NULL CHECK (issuer <> ''),
    subject     TEXT    NOT NULL CHECK (subject <> ''),
    realm       TEXT    NOT NULL CHECK (realm <> ''),
    name        TEXT    NOT NULL,
    made_at     BIGINT  NOT NULL,
    used_at     BIGINT
);
CREATE UNIQUE INDEX one_account_of_a_subject ON openid_tie (issuer, subject);
CREATE UNIQUE INDEX one_tie_of_a_provider ON openid_tie (account_id, provider);

-- Errands to a provider that have come back, by the hash of their state: each comes back once. Kept as long as one counts.
CREATE TABLE openid_return (
    state_hash   TEXT    NOT NULL PRIMARY KEY,
    returned_at  BIGINT  NOT NULL
);
CREATE INDEX openid_return_by_age ON openid_return (returned_at);

-- By whose word a sign-in began: "microsoft" and the tenant, "google" and the domain; empty: by Withy's own ways.
ALTER TABLE sign_in ADD COLUMN vouched_by TEXT NOT NULL DEFAULT '';

-- only sqlite
CREATE TRIGGER openid_tie_stands
BEFORE UPDATE OF id, account_id, provider, issuer, subject, realm, name, made_at ON openid_tie
BEGIN SELECT RAISE(ABORT, 'openid_tie_stands'); END;
CREATE TRIGGER errand_returns_once BEFORE UPDATE ON openid_return
BEGIN SELECT RAISE(ABORT, 'errand_returns_once'); END;
CREATE TRIGGER voucher_stands BEFORE UPDATE OF vouched_by ON sign_in
BEGIN SELECT RAISE(ABORT, 'voucher_stands'); END;

-- only postgresql
CREATE TRIGGER openid_tie_stands
    BEFORE UPDATE OF id, account_id, provider, issuer, subject, realm, name, made_at ON openid_tie
    FOR EACH ROW EXECUTE FUNCTION refuse('openid_tie_stands');
CREATE TRIGGER errand_returns_once BEFORE UPDATE ON openid_return
    FOR EACH ROW EXECUTE FUNCTION refuse('errand_returns_once');
CREATE TRIGGER voucher_stands BEFORE UPDATE OF vouched_by ON sign_in
    FOR EACH ROW EXECUTE FUNCTION refuse('voucher_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON openid_tie
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON openid_return
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
