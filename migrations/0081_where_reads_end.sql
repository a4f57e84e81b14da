-- Where each school's log of reads ends, as record_head says of the log of changes: otherwise its last entries could be cut off
-- unseen until the next head is signed. Moved in the transaction that adds to the log.
CREATE TABLE reading_head (
    school_id  INTEGER NOT NULL PRIMARY KEY REFERENCES school (id),
    number     BIGINT  NOT NULL,
    hash       TEXT    NOT NULL CHECK (length(hash) = 64)
);
INSERT INTO reading_head (school_id, number, hash)
SELECT r.school_id, r.number, r.hash
  FROM reading r
 WHERE r.number > 0
   AND r.number = (SELECT max(l.number) FROM reading l WHERE l.school_id = r.school_id);

-- only sqlite
CREATE TRIGGER reading_head_is_never_deleted BEFORE DELETE ON reading_head
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
-- only postgresql
CREATE TRIGGER reading_head_is_never_deleted BEFORE DELETE ON reading_head
    FOR EACH ROW EXECUTE FUNCTION refuse('reads_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON reading_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
