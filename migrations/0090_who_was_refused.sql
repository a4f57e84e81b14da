-- Who asked for a page about a child, or of another role, and was refused it, stands in the log of reads as an entry of its own
-- kind, in the same chain: `refused` is the reason of the rule. It says of nobody how near they came or by what right, and it may be
-- about no child.

-- only sqlite
CREATE TABLE reading_or_refusal (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    number       BIGINT  NOT NULL CHECK (number > 0),
    at           BIGINT  NOT NULL,
    by_staff_id  TEXT    NOT NULL,
    by_name      TEXT    NOT NULL,
    pupil_id     TEXT    NOT NULL,
    case_id      TEXT,
    zone         TEXT    CHECK (zone IN ('headline', 'progress', 'confidence')),
    reason       TEXT    NOT NULL,
    page         TEXT    NOT NULL,
    hash         TEXT    NOT NULL CHECK (length(hash) = 64),
    contacts     TEXT    CHECK (contacts IN ('names', 'all', 'with_orders')),
    list_id      TEXT    CHECK (length(list_id) = 64),
    refused      TEXT    CHECK (refused IN ('own_child', 'role', 'no_tie', 'only_headline', 'contacts')),
    CONSTRAINT of_a_child_or_of_a_list CHECK (refused IS NOT NULL OR (list_id IS NULL) = (pupil_id <> '')),
    CONSTRAINT read_or_refused CHECK ((refused IS NULL) = (zone IS NOT NULL)),
    CONSTRAINT refused_and_nothing_read
        CHECK (refused IS NULL OR (case_id IS NULL AND reason = '' AND contacts IS NULL AND list_id IS NULL)),
    CONSTRAINT refused_a_child_or_by_role CHECK (refused IS NULL OR refused = 'role' OR pupil_id <> ''),
    PRIMARY KEY (school_id, number)
) WITHOUT ROWID;
INSERT INTO reading_or_refusal (school_id, number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash, contacts,
                                list_id)
SELECT school_id, number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash, contacts, list_id FROM reading;
DROP TABLE reading;
ALTER TABLE reading_or_refusal RENAME TO reading;
CREATE INDEX reading_of_list ON reading (school_id, list_id, number) WHERE list_id IS NOT NULL;
CREATE TRIGGER reading_is_never_changed BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;
CREATE TRIGGER reading_is_never_deleted BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'reads_stay'); END;

-- only postgresql
ALTER TABLE reading ALTER COLUMN zone DROP NOT NULL;
ALTER TABLE reading DROP CONSTRAINT of_a_child_or_of_a_list;
ALTER TABLE reading ADD COLUMN refused TEXT
    CHECK (refused IN ('own_child', 'role', 'no_tie', 'only_headline', 'contacts'));
ALTER TABLE reading
    ADD CONSTRAINT of_a_child_or_of_a_list CHECK (refused IS NOT NULL OR (list_id IS NULL) = (pupil_id <> '')),
    ADD CONSTRAINT read_or_refused CHECK ((refused IS NULL) = (zone IS NOT NULL)),
    ADD CONSTRAINT refused_and_nothing_read
        CHECK (refused IS NULL OR (case_id IS NULL AND reason = '' AND contacts IS NULL AND list_id IS NULL)),
    ADD CONSTRAINT refused_a_child_or_by_role CHECK (refused IS NULL OR refused = 'role' OR pupil_id <> '');
DROP INDEX reading_of_pupil;
-- both
CREATE INDEX reading_of_pupil ON reading (school_id, pupil_id, refused, number);
CREATE INDEX refusal_of_person ON reading (school_id, by_staff_id, pupil_id, at) WHERE refused IS NOT NULL;
CREATE INDEX refused_lately ON reading (school_id, at) WHERE refused IS NOT NULL;
