-- Where each log of a school stood, signed: how many entries, and the root of the Merkle tree over them (RFC 9162). Whoever
-- keeps one of these elsewhere can find out whether anything before it was changed since (V2). `subtrees` are the roots of
-- the tree's whole subtrees, so that the next head needs only what was added since; the root is made of them, so that they
-- can't be changed unnoticed. The key that signs stands in a file and never here. Never updated, never deleted.
CREATE TABLE signed_head (
    school_id   INTEGER NOT NULL REFERENCES school (id),
    log         TEXT    NOT NULL CHECK (log IN ('changes', 'reads')),
    size        BIGINT  NOT NULL CHECK (size > 0),
    root        TEXT    NOT NULL CHECK (length(root) = 64),
    subtrees    TEXT    NOT NULL,
    signed_at   BIGINT  NOT NULL,
    public_key  TEXT    NOT NULL,
    signature   TEXT    NOT NULL,
    PRIMARY KEY (school_id, log, size)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER signed_head_is_never_changed BEFORE UPDATE ON signed_head
BEGIN SELECT RAISE(ABORT, 'heads_stay'); END;
CREATE TRIGGER signed_head_is_never_deleted BEFORE DELETE ON signed_head
BEGIN SELECT RAISE(ABORT, 'heads_stay'); END;
-- only postgresql
CREATE TRIGGER signed_head_is_never_changed BEFORE UPDATE OR DELETE ON signed_head
    FOR EACH ROW EXECUTE FUNCTION refuse('heads_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON signed_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
