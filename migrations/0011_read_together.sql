-- A child's story is read from some forty rows of a dozen tables, and nearly all the time that it takes is waiting for
-- memory. These indexes hold all that the story asks of a row, so that a row is found once and not twice, and rows of
-- one child lie side by side.

-- Who, where and what, by name.
CREATE UNIQUE INDEX staff_named ON staff (school_id, id, name);
CREATE UNIQUE INDEX room_named ON room (school_id, id, name);
CREATE UNIQUE INDEX class_named ON class (school_id, id, name);
CREATE UNIQUE INDEX target_area_named ON target_area (school_id, id, name);

-- A case from its beginning. PostgreSQL keeps no long texts in an index, and finds its rows as before.
-- only sqlite
DROP INDEX step_of_case;
CREATE INDEX step_of_case ON step (school_id, case_id, taken_at, id, step, taken_on, taken_by, reason, undone_at,
                                   undone_by, undone_reason);
DROP INDEX case_of_pupil;
CREATE INDEX case_of_pupil ON nurture_case (school_id, pupil_id, closed_at, opened_at, closed_why);
-- both
DROP INDEX membership_of_pupil;
CREATE INDEX membership_of_pupil ON class_membership (school_id, pupil_id, starts_on, ends_on, class_id);

-- A place and its sessions.
DROP INDEX place_of_case;
CREATE INDEX place_of_case ON place (school_id, case_id, allocated_at, id, programme_id, ended_on, end_reason);
DROP INDEX session_in_order;
CREATE INDEX session_in_order ON session (school_id, programme_id, planned_on, number, id, starts_at_time, room_id,
                                          outcome, held_on, why_not);
CREATE INDEX session_by_outcome ON session (school_id, programme_id, outcome, planned_on, held_on);
DROP INDEX evaluation_of_place;
CREATE INDEX evaluation_of_place ON evaluation (school_id, place_id, writing, session_id, id);
