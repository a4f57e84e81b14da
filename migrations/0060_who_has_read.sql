-- Every page that told of one child's case, written before the page left: when, who, of whom, how near they could come to
-- the child (N2), why they could (N1), and which page, as the pattern of its address. Each row's hash covers the hash before
-- it, so that a row can't be changed, removed or moved unnoticed. It names no child, so that it can stay when a name has to
-- go. Never updated, never deleted (V2).
CREATE TABLE reading (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    number       BIGINT  NOT NULL CHECK (number > 0),
    at           BIGINT  NOT NULL,
    by_staff_id  TEXT    NOT NULL,
    by_name      TEXT    NOT NULL,
    pupil_id     TEXT    NOT NULL,
    case_id      TEXT,
    zone         TEXT    NOT NULL CHECK (zone IN ('headline', 'progress', 'confidence')),
    reason       TEXT    NOT NULL,
    page         TEXT    NOT NULL,
    hash         TEXT    NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (school_id, number)
) WITHOUT ROWID;
CREATE INDEX reading_of_pupil ON reading (school_id, pupil_id, number);

-- only sqlite
CREATE TRIGGER reading_is_never_changed BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
CREATE TRIGGER reading_is_never_deleted BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
-- only postgresql
CREATE TRIGGER reading_is_never_changed BEFORE UPDATE OR DELETE ON reading
    FOR EACH ROW EXECUTE FUNCTION refuse('reads_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON reading
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
-- both
