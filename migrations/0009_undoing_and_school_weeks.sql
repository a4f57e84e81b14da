-- How a school counts the weeks of the impact window (M1): as the calendar has them, or only those with a school day.
ALTER TABLE school ADD COLUMN impact_weeks TEXT NOT NULL DEFAULT 'calendar'
    CHECK (impact_weeks IN ('calendar', 'school'));

-- An impact review whose step was undone stays on record, and another can be written.
ALTER TABLE impact_review ADD COLUMN undone_at BIGINT;
DROP INDEX one_impact_review_a_place;
CREATE UNIQUE INDEX one_standing_impact_review_a_place ON impact_review (school_id, place_id) WHERE undone_at IS NULL;

-- The measures that came with a review that was undone.
CREATE TABLE undone_measure (
    school_id  INTEGER NOT NULL,
    review_id  TEXT    NOT NULL,
    target_id  TEXT    NOT NULL,
    rating     INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    rated_by   TEXT    NOT NULL,
    rated_at   BIGINT  NOT NULL,
    PRIMARY KEY (school_id, review_id, target_id),
    FOREIGN KEY (school_id, review_id) REFERENCES impact_review (school_id, id),
    FOREIGN KEY (school_id, target_id) REFERENCES target (school_id, id),
    FOREIGN KEY (school_id, rated_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
