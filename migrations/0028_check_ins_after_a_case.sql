-- Check-ins go on for some weeks after the next step has closed a case (M5), and the class teacher asks for one too.

-- What the something different is, or which agency (M4).
ALTER TABLE next_step ADD COLUMN what TEXT NOT NULL DEFAULT '';
CREATE INDEX another_programme_decided ON next_step (school_id, made_at, case_id)
    WHERE next = 'another_programme' AND undone_at IS NULL;

-- only sqlite
CREATE TABLE check_in_asked_by_more (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    case_id    TEXT    NOT NULL,
    pupil_id   TEXT    NOT NULL,
    asked_by   TEXT    NOT NULL CHECK (asked_by IN ('child', 'nurture_assistant', 'class_teacher')),
    asked_on   TEXT    NOT NULL,
    held_on    TEXT,
    line       TEXT    NOT NULL DEFAULT '',
    made_by    TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id)
);
INSERT INTO check_in_asked_by_more
       (school_id, id, case_id, pupil_id, asked_by, asked_on, held_on, line, made_by, made_at)
SELECT school_id, id, case_id, pupil_id, asked_by, asked_on, held_on, line, made_by, made_at FROM check_in;
DROP TABLE check_in;
ALTER TABLE check_in_asked_by_more RENAME TO check_in;
CREATE INDEX check_in_of_case ON check_in (school_id, case_id);
CREATE INDEX check_in_wanted ON check_in (school_id) WHERE held_on IS NULL;

-- A story shows the face that the child chose, from the index that it is read from.
DROP INDEX evaluation_of_place;
CREATE INDEX evaluation_of_place ON evaluation (school_id, place_id, writing, session_id, id, attended, why_absent,
                                                feeling, noticed, next_time);

-- Twelve weeks, and a day since days here are counted in UTC.
CREATE TRIGGER check_in_keeps_its_weeks BEFORE INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM nurture_case n
              WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL
                AND (coalesce(NEW.held_on, NEW.asked_on) > date(n.closed_at / 1000, 'unixepoch', '+85 days')
                     OR NOT EXISTS (SELECT 1 FROM next_step x
                                     WHERE x.school_id = n.school_id AND x.case_id = n.id AND x.undone_at IS NULL)))
BEGIN SELECT RAISE(ABORT, 'check_in_too_late'); END;
CREATE TRIGGER check_in_is_held_in_its_weeks BEFORE UPDATE OF held_on ON check_in
WHEN EXISTS (SELECT 1 FROM nurture_case n
              WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL
                AND (coalesce(NEW.held_on, NEW.asked_on) > date(n.closed_at / 1000, 'unixepoch', '+85 days')
                     OR NOT EXISTS (SELECT 1 FROM next_step x
                                     WHERE x.school_id = n.school_id AND x.case_id = n.id AND x.undone_at IS NULL)))
BEGIN SELECT RAISE(ABORT, 'check_in_too_late'); END;

-- only postgresql
ALTER TABLE check_in DROP CONSTRAINT check_in_asked_by_check;
ALTER TABLE check_in ADD CONSTRAINT check_in_asked_by_check
      CHECK (asked_by IN ('child', 'nurture_assistant', 'class_teacher'));
CREATE FUNCTION check_in_keeps_its_weeks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND id = NEW.case_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM nurture_case n
                WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL
                  AND (coalesce(NEW.held_on, NEW.asked_on)
                           > to_char((to_timestamp(n.closed_at / 1000) AT TIME ZONE 'UTC') + INTERVAL '85 days',
                                     'YYYY-MM-DD')
                       OR NOT EXISTS (SELECT 1 FROM next_step x
                                       WHERE x.school_id = n.school_id AND x.case_id = n.id
                                         AND x.undone_at IS NULL))) THEN
        RAISE EXCEPTION 'check_in_too_late' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_in_keeps_its_weeks BEFORE INSERT OR UPDATE OF held_on ON check_in
    FOR EACH ROW EXECUTE FUNCTION check_in_keeps_its_weeks();
