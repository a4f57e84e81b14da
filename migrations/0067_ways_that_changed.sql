-- What changed in somebody's ways to sign in: added, taken away, used up. They are told by e-mail at once; and again when
-- somebody next signs in as them, since an e-mail may not be read, and whoever took an account over may read it first.
CREATE TABLE way_change (
    account_id  TEXT    NOT NULL REFERENCES account (id),
    id          TEXT    NOT NULL,
    kind        TEXT    NOT NULL CONSTRAINT known_change CHECK (kind IN
                        ('password_changed', 'others_taken_away', 'app_added', 'app_removed', 'recovery_codes_renewed',
                         'recovery_code_used', 'passkey_added', 'passkey_removed', 'provider_added', 'provider_removed')),
    made_at     BIGINT  NOT NULL,
    shown_at    BIGINT,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX way_changes_to_show ON way_change (account_id) WHERE shown_at IS NULL;

-- only sqlite
CREATE TRIGGER way_change_stands BEFORE UPDATE ON way_change
WHEN NEW.account_id <> OLD.account_id OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.made_at <> OLD.made_at
  OR OLD.shown_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'way_change_stands'); END;

-- only postgresql
CREATE TRIGGER way_change_stands BEFORE UPDATE ON way_change
    FOR EACH ROW WHEN (NEW.account_id <> OLD.account_id OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
                    OR NEW.made_at <> OLD.made_at OR OLD.shown_at IS NOT NULL)
    EXECUTE FUNCTION refuse('way_change_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON way_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
