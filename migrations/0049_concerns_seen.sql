-- That who delivers support to a child has seen a concern that came while it ran: then Today tells of it no more.
CREATE TABLE concern_seen (
    school_id  INTEGER NOT NULL,
    concern_id TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    seen_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, concern_id, staff_id),
    FOREIGN KEY (school_id, concern_id) REFERENCES concern (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER concern_seen_is_never_changed BEFORE UPDATE ON concern_seen
BEGIN SELECT RAISE(ABORT, 'concern_seen_stands'); END;
CREATE TRIGGER concern_seen_is_never_deleted BEFORE DELETE ON concern_seen
BEGIN SELECT RAISE(ABORT, 'concern_seen_stands'); END;

-- only postgresql
CREATE TRIGGER concern_seen_stands BEFORE UPDATE OR DELETE ON concern_seen
    FOR EACH ROW EXECUTE FUNCTION refuse('concern_seen_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON concern_seen
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
