-- An import's files as they were uploaded, until it ends. Several are joined by the ids in them.
CREATE TABLE import_file (
    school_id  INTEGER NOT NULL,
    import_id  TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    bytes      BYTES   NOT NULL,
    PRIMARY KEY (school_id, import_id, number),
    FOREIGN KEY (school_id, import_id) REFERENCES import (school_id, id)
);
INSERT INTO import_file (school_id, import_id, number, name, bytes)
SELECT school_id, id, 1, file_name, file FROM import WHERE state IN ('columns', 'review');
ALTER TABLE import DROP COLUMN file;
