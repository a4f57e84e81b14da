-- What is said to be read are the words that stood then: words that change are read anew.

-- When the words were last changed; none: they stand as they were written first.
ALTER TABLE concern ADD COLUMN reworded_at BIGINT;

-- Marks stand, so each is of words: `words_at` is the concern's `reworded_at` of then, 0 for its first words. Marks from
-- before this was noted are of the first words, as no change of words was noted either.
-- only sqlite
CREATE TABLE concern_seen_by_words (
    school_id  INTEGER NOT NULL,
    concern_id TEXT    NOT NULL,
    staff_id   TEXT    NOT NULL,
    seen_at    BIGINT  NOT NULL,
    words_at   BIGINT  NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, concern_id, staff_id, words_at),
    FOREIGN KEY (school_id, concern_id) REFERENCES concern (school_id, id),
    FOREIGN KEY (school_id, staff_id) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
INSERT INTO concern_seen_by_words (school_id, concern_id, staff_id, seen_at)
SELECT school_id, concern_id, staff_id, seen_at FROM concern_seen;
DROP TABLE concern_seen;
ALTER TABLE concern_seen_by_words RENAME TO concern_seen;
CREATE TRIGGER concern_seen_is_never_changed BEFORE UPDATE ON concern_seen
BEGIN SELECT RAISE(ABORT, 'concern_seen_stands'); END;
CREATE TRIGGER concern_seen_is_never_deleted BEFORE DELETE ON concern_seen
BEGIN SELECT RAISE(ABORT, 'concern_seen_stands'); END;

-- only postgresql
ALTER TABLE concern_seen ADD COLUMN words_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE concern_seen DROP CONSTRAINT concern_seen_pkey;
ALTER TABLE concern_seen ADD PRIMARY KEY (school_id, concern_id, staff_id, words_at);
