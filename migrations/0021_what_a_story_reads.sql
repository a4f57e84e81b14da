-- A story is read from indexes that hold all that it asks (docs/adr/0008).

-- Reviews were found through their place by an index that leaves out undone ones since 0009, so that a story read every
-- review of its school.
CREATE INDEX impact_review_of_case ON impact_review (school_id, case_id);

DROP INDEX place_of_case;
CREATE INDEX place_of_case ON place (school_id, case_id, allocated_at, id, programme_id, ended_on, end_reason,
                                     allocated_on);

-- In the order in which they are read, so that nothing is sorted.
DROP INDEX discussion_of_case;
CREATE INDEX discussion_of_case ON discussion (school_id, case_id, made_at, id);
DROP INDEX request_of_case;
CREATE INDEX request_of_case ON consent_request (school_id, case_id, asked_at, id, form);
DROP INDEX target_of_place;
CREATE INDEX target_of_place ON target (school_id, place_id, made_at, id);
DROP INDEX role_of_staff;
CREATE INDEX role_of_staff ON role_held (school_id, staff_id, role, starts_on, ends_on, class_id);

-- PostgreSQL keeps no long texts in an index, and finds its rows as before.
-- only sqlite
DROP INDEX evaluation_of_place;
CREATE INDEX evaluation_of_place ON evaluation (school_id, place_id, writing, session_id, id, attended, why_absent,
                                                noticed, next_time);
-- both
