-- Pages that show what is in hand find it without reading all that ever was. An index of the school alone, with a
-- condition, holds those few rows, as open_case does; SQLite's planner is told so (db/planner_statistics).
CREATE INDEX open_place ON place (school_id) WHERE ended_on IS NULL;
CREATE INDEX child_waiting ON waiting (school_id) WHERE ended_on IS NULL;
-- With those that were completed since a year.
CREATE INDEX programme_by_completion ON programme (school_id, completed_on);

-- The other places of a child, and the e-mail that a letter went out with.
CREATE INDEX place_of_pupil ON place (school_id, pupil_id);
CREATE INDEX outbox_of_letter ON outbox (school_id, letter_id);
