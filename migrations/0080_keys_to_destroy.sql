-- Keys of children whose record was erased (V4), by the names that they have in their file, which is no part of this
-- database. A row is written with the erasure and goes once the key is gone, so that a process that dies between the two
-- leaves nothing undone. A name says nothing of anybody.
CREATE TABLE key_to_destroy (
    key_id  TEXT NOT NULL PRIMARY KEY CHECK (length(key_id) = 22)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER key_to_destroy_is_never_changed BEFORE UPDATE ON key_to_destroy
BEGIN SELECT RAISE(ABORT, 'keys_are_destroyed'); END;
-- only postgresql
CREATE TRIGGER key_to_destroy_is_never_changed BEFORE UPDATE ON key_to_destroy
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_are_destroyed');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON key_to_destroy
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
