-- A form that was answered: the same form sent twice gets the same answer and changes nothing. One page gives all its
-- forms one number, so that what counts is the number with the person and the path (`id` is their digest), and `said`
-- is the digest of what was sent with them last. Rows are of use for days, so those of the older shape go.
DROP TABLE submission;
CREATE TABLE submission (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    said       TEXT    NOT NULL,
    location   TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
