-- A child on the school's roll. `folded_name` is what search compares: every name, lower case, without accents.
CREATE TABLE pupil (
    school_id           INTEGER NOT NULL REFERENCES school (id),
    id                  TEXT    NOT NULL,
    upn                 TEXT,
    former_upn          TEXT,
    admission_number    TEXT    NOT NULL DEFAULT '',
    legal_forename      TEXT    NOT NULL,
    legal_surname       TEXT    NOT NULL,
    preferred_forename  TEXT    NOT NULL DEFAULT '',
    preferred_surname   TEXT    NOT NULL DEFAULT '',
    born_on             TEXT    NOT NULL,
    sex                 TEXT    NOT NULL DEFAULT '',
    year_group          TEXT    NOT NULL DEFAULT '',
    sen_provision       TEXT    NOT NULL DEFAULT '',
    folded_name         TEXT    NOT NULL,
    joined_on           TEXT    NOT NULL,
    left_on             TEXT,
    version             INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX pupil_upn ON pupil (school_id, upn) WHERE upn IS NOT NULL;

-- Every ending of every folded name: finding "any part" of a name is a look-up of what begins with it (H4).
CREATE TABLE name_part (
    school_id  INTEGER NOT NULL,
    part       TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    PRIMARY KEY (school_id, part, pupil_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
) WITHOUT ROWID;
CREATE INDEX name_part_of_pupil ON name_part (school_id, pupil_id);
-- only postgresql
ALTER TABLE name_part ALTER COLUMN part TYPE TEXT COLLATE "C";
-- both

-- Which class a pupil was in, from when to when. One at a time.
CREATE TABLE class_membership (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    class_id   TEXT    NOT NULL,
    starts_on  TEXT    NOT NULL,
    ends_on    TEXT,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX membership_now ON class_membership (school_id, pupil_id) WHERE ends_on IS NULL;
CREATE INDEX membership_of_pupil ON class_membership (school_id, pupil_id);
CREATE INDEX membership_of_class ON class_membership (school_id, class_id);

-- A parent or carer, social worker or other adult in a child's life. Language and needs are the adult's own (C7).
CREATE TABLE contact (
    school_id       INTEGER NOT NULL REFERENCES school (id),
    id              TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    address         TEXT    NOT NULL DEFAULT '',
    telephone       TEXT    NOT NULL DEFAULT '',
    postal_address  TEXT    NOT NULL DEFAULT '',
    language        TEXT    NOT NULL DEFAULT 'en',
    needs           TEXT    NOT NULL DEFAULT '',
    version         INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;

-- What the adult is to this child. `restriction` is what a court order forbids, in a line.
CREATE TABLE pupil_contact (
    school_id       INTEGER NOT NULL,
    pupil_id        TEXT    NOT NULL,
    contact_id      TEXT    NOT NULL,
    relationship    TEXT    NOT NULL DEFAULT '',
    is_parent       INTEGER NOT NULL CHECK (is_parent IN (0, 1)),
    responsibility  INTEGER NOT NULL CHECK (responsibility IN (0, 1)),
    lives_with      INTEGER NOT NULL CHECK (lives_with IN (0, 1)),
    restriction     TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (school_id, pupil_id, contact_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contact (school_id, id)
) WITHOUT ROWID;
CREATE INDEX pupils_of_contact ON pupil_contact (school_id, contact_id);

-- An import on its way: uploaded, columns matched, checked, reviewed, done. It can be left and resumed.
CREATE TABLE import (
    school_id    INTEGER NOT NULL REFERENCES school (id),
    id           TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('pupils', 'staff', 'contacts')),
    file_name    TEXT    NOT NULL,
    file         BYTES   NOT NULL,
    columns      TEXT    NOT NULL DEFAULT '',
    decisions    TEXT    NOT NULL DEFAULT '',
    state        TEXT    NOT NULL CHECK (state IN ('columns', 'review', 'done', 'left')),
    started_by   TEXT    NOT NULL,
    started_at   BIGINT  NOT NULL,
    done_at      BIGINT,
    summary      TEXT    NOT NULL DEFAULT '',
    version      INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, started_by) REFERENCES staff (school_id, id)
);

-- How this school's files name their columns, remembered from the last import of the same heading row.
CREATE TABLE import_columns (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    heading    TEXT    NOT NULL,
    columns    TEXT    NOT NULL,
    PRIMARY KEY (school_id, heading)
) WITHOUT ROWID;
