-- A list tells of several children's cases at once (V2): it has one entry of the log, which names the children by the digest of
-- their ids, and the children of each list stand once, however often the list is opened. A page of contacts tells of no case: its
-- entry says how much of the contacts its reader could see.
ALTER TABLE reading ADD COLUMN contacts TEXT CHECK (contacts IN ('names', 'all', 'with_orders'));
ALTER TABLE reading ADD COLUMN list_id TEXT
    CHECK (length(list_id) = 64)
    CONSTRAINT of_a_child_or_of_a_list CHECK ((list_id IS NULL) = (pupil_id <> ''));
CREATE INDEX reading_of_list ON reading (school_id, list_id, number) WHERE list_id IS NOT NULL;

CREATE TABLE reading_list (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    list_id    TEXT    NOT NULL CHECK (length(list_id) = 64),
    pupil_id   TEXT    NOT NULL,
    PRIMARY KEY (school_id, list_id, pupil_id)
) WITHOUT ROWID;
CREATE INDEX reading_list_of_pupil ON reading_list (school_id, pupil_id, list_id);

-- only sqlite
CREATE TRIGGER reading_list_is_never_changed BEFORE UPDATE ON reading_list
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
CREATE TRIGGER reading_list_is_never_deleted BEFORE DELETE ON reading_list
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
-- only postgresql
CREATE TRIGGER reading_list_is_never_changed BEFORE UPDATE OR DELETE ON reading_list
    FOR EACH ROW EXECUTE FUNCTION refuse('reads_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON reading_list
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
