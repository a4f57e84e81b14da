-- What a school measures in its classes (I1): achievement, progress and behaviour, each on a scale of its own. `least`, `most` and
-- `step` are hundredths of a point. `concern_when` says at which end a score gives concern, `scale` what may be worked out from
-- scores: both are decided here once, and never by looking at scores. A measure stands from a day until another of its kind takes
-- its place, which it then follows; scores of the two are never mixed.
CREATE TABLE measure (
    school_id     INTEGER NOT NULL REFERENCES school (id),
    id            TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('achievement', 'progress', 'behaviour')),
    name          TEXT    NOT NULL CHECK (name <> ''),
    least         INTEGER NOT NULL,
    most          INTEGER NOT NULL,
    step          INTEGER NOT NULL,
    concern_when  TEXT    NOT NULL CHECK (concern_when IN ('low', 'high')),
    scale         TEXT    NOT NULL CHECK (scale IN ('single_rating', 'several_items', 'standardised', 'piled_up')),
    rated_by      TEXT    NOT NULL CHECK (rated_by IN ('class_teacher', 'support_staff', 'test')),
    taken_each    TEXT    NOT NULL CHECK (taken_each IN ('half_term', 'term', 'year')),
    from_on       TEXT    NOT NULL,
    until_on      TEXT,
    follows_id    TEXT,
    version       INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT scale_has_steps CHECK (step > 0 AND least < most AND (most - least) % step = 0),
    CONSTRAINT measure_stood_for_a_day CHECK (until_on >= from_on),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, follows_id) REFERENCES measure (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX measure_standing ON measure (school_id, kind) WHERE until_on IS NULL;

-- Measures of a whole class on a day. It begins with its first score.
CREATE TABLE class_taking (
    school_id  INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    class_id   TEXT    NOT NULL,
    taken_on   TEXT    NOT NULL,
    begun_by   TEXT    NOT NULL,
    begun_at   BIGINT  NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id),
    FOREIGN KEY (school_id, begun_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX taking_of_class ON class_taking (school_id, class_id, taken_on);
CREATE INDEX taking_on_day ON class_taking (school_id, taken_on);

-- One pupil's score in one measure of a taking. No row: not measured; no score in it: it was taken back.
CREATE TABLE class_score (
    school_id   INTEGER NOT NULL,
    id          TEXT    NOT NULL,
    taking_id   TEXT    NOT NULL,
    measure_id  TEXT    NOT NULL,
    pupil_id    TEXT    NOT NULL,
    score       INTEGER,
    entered_by  TEXT    NOT NULL,
    entered_at  BIGINT  NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, taking_id) REFERENCES class_taking (school_id, id),
    FOREIGN KEY (school_id, measure_id) REFERENCES measure (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, id),
    FOREIGN KEY (school_id, entered_by) REFERENCES staff (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX score_of_pupil_once ON class_score (school_id, taking_id, pupil_id, measure_id);
CREATE INDEX score_of_pupil ON class_score (school_id, pupil_id, taking_id);
CREATE INDEX score_of_measure ON class_score (school_id, measure_id, taking_id);

-- Of two records of one child that became one, a score of the former that the one that stays has too.
CREATE TABLE merged_score (
    school_id   INTEGER NOT NULL,
    merging_id  TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    taking_id   TEXT    NOT NULL,
    measure_id  TEXT    NOT NULL,
    pupil_id    TEXT    NOT NULL,
    score       INTEGER,
    entered_by  TEXT    NOT NULL,
    entered_at  BIGINT  NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (school_id, merging_id, id),
    FOREIGN KEY (school_id, merging_id) REFERENCES merging (school_id, id),
    FOREIGN KEY (school_id, taking_id) REFERENCES class_taking (school_id, id),
    FOREIGN KEY (school_id, measure_id) REFERENCES measure (school_id, id)
) WITHOUT ROWID;

-- only sqlite
CREATE TRIGGER measure_is_never_deleted BEFORE DELETE ON measure
BEGIN SELECT RAISE(ABORT, 'measures_stay'); END;
CREATE TRIGGER measure_keeps_its_key BEFORE UPDATE OF school_id, id ON measure
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER measure_that_was_used_keeps_its_scale
BEFORE UPDATE OF kind, least, most, step, concern_when, scale, rated_by, follows_id ON measure
WHEN (OLD.kind, OLD.least, OLD.most, OLD.step, OLD.concern_when, OLD.scale, OLD.rated_by, coalesce(OLD.follows_id, ''))
  <> (NEW.kind, NEW.least, NEW.most, NEW.step, NEW.concern_when, NEW.scale, NEW.rated_by, coalesce(NEW.follows_id, ''))
 AND EXISTS (SELECT 1 FROM class_score s WHERE s.school_id = OLD.school_id AND s.measure_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'scale_stands'); END;
CREATE TRIGGER measure_stood_when_it_was_used BEFORE UPDATE OF from_on, until_on ON measure
WHEN EXISTS (SELECT 1
               FROM class_score s
               JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
              WHERE s.school_id = OLD.school_id AND s.measure_id = OLD.id
                AND (t.taken_on < NEW.from_on OR t.taken_on > NEW.until_on))
BEGIN SELECT RAISE(ABORT, 'measure_stood_then'); END;
CREATE TRIGGER measures_of_a_kind_follow_each_other BEFORE INSERT ON measure
WHEN EXISTS (SELECT 1 FROM measure o
              WHERE o.school_id = NEW.school_id AND o.kind = NEW.kind AND o.id <> NEW.id
                AND o.from_on <= coalesce(NEW.until_on, '9999-12-31') AND coalesce(o.until_on, '9999-12-31') >= NEW.from_on)
BEGIN SELECT RAISE(ABORT, 'measures_overlap'); END;
CREATE TRIGGER measures_of_a_kind_go_on_following BEFORE UPDATE OF kind, from_on, until_on ON measure
WHEN EXISTS (SELECT 1 FROM measure o
              WHERE o.school_id = NEW.school_id AND o.kind = NEW.kind AND o.id <> NEW.id
                AND o.from_on <= coalesce(NEW.until_on, '9999-12-31') AND coalesce(o.until_on, '9999-12-31') >= NEW.from_on)
BEGIN SELECT RAISE(ABORT, 'measures_overlap'); END;

CREATE TRIGGER taking_is_never_deleted BEFORE DELETE ON class_taking
BEGIN SELECT RAISE(ABORT, 'takings_stay'); END;
CREATE TRIGGER taking_is_never_changed BEFORE UPDATE ON class_taking
BEGIN SELECT RAISE(ABORT, 'taking_stands'); END;
-- An hour later is the day by the clock in England, or the day that it is nearly.
CREATE TRIGGER taking_is_not_ahead BEFORE INSERT ON class_taking
WHEN NEW.taken_on > date(NEW.begun_at / 1000 + 3600, 'unixepoch')
BEGIN SELECT RAISE(ABORT, 'taking_is_ahead'); END;
CREATE TRIGGER class_comes_before_its_taking BEFORE INSERT ON class_taking
WHEN EXISTS (SELECT 1 FROM class c
              WHERE c.school_id = NEW.school_id AND c.id = NEW.class_id AND NEW.taken_on < c.school_year || '-09-01')
BEGIN SELECT RAISE(ABORT, 'class_had_not_begun'); END;

CREATE TRIGGER score_is_never_deleted BEFORE DELETE ON class_score
BEGIN SELECT RAISE(ABORT, 'scores_stay'); END;
CREATE TRIGGER score_keeps_its_keys BEFORE UPDATE OF school_id, id, taking_id, measure_id, pupil_id ON class_score
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER score_is_on_its_scale BEFORE INSERT ON class_score
WHEN EXISTS (SELECT 1 FROM measure m
              WHERE m.school_id = NEW.school_id AND m.id = NEW.measure_id
                AND (NEW.score < m.least OR NEW.score > m.most OR (NEW.score - m.least) % m.step <> 0))
BEGIN SELECT RAISE(ABORT, 'score_off_its_scale'); END;
CREATE TRIGGER score_stays_on_its_scale BEFORE UPDATE OF score ON class_score
WHEN EXISTS (SELECT 1 FROM measure m
              WHERE m.school_id = NEW.school_id AND m.id = NEW.measure_id
                AND (NEW.score < m.least OR NEW.score > m.most OR (NEW.score - m.least) % m.step <> 0))
BEGIN SELECT RAISE(ABORT, 'score_off_its_scale'); END;
CREATE TRIGGER score_is_of_a_measure_that_stood BEFORE INSERT ON class_score
WHEN NOT EXISTS (SELECT 1
                   FROM class_taking t
                   JOIN measure m ON m.school_id = t.school_id AND m.id = NEW.measure_id
                    AND m.from_on <= t.taken_on AND (m.until_on IS NULL OR m.until_on >= t.taken_on)
                  WHERE t.school_id = NEW.school_id AND t.id = NEW.taking_id)
BEGIN SELECT RAISE(ABORT, 'measure_did_not_stand'); END;
CREATE TRIGGER score_is_of_a_pupil_of_the_class BEFORE INSERT ON class_score
WHEN NOT EXISTS (SELECT 1
                   FROM class_taking t
                   JOIN class_membership c ON c.school_id = t.school_id AND c.class_id = t.class_id
                    AND c.pupil_id = NEW.pupil_id AND c.starts_on <= t.taken_on
                    AND (c.ends_on IS NULL OR c.ends_on >= t.taken_on)
                  WHERE t.school_id = NEW.school_id AND t.id = NEW.taking_id)
BEGIN SELECT RAISE(ABORT, 'pupil_was_not_in_class'); END;

CREATE TRIGGER merged_score_is_never_deleted BEFORE DELETE ON merged_score
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;
CREATE TRIGGER merged_score_is_never_changed BEFORE UPDATE ON merged_score
BEGIN SELECT RAISE(ABORT, 'merging_stands'); END;

-- only postgresql
CREATE TRIGGER measure_is_never_deleted BEFORE DELETE ON measure
    FOR EACH ROW EXECUTE FUNCTION refuse('measures_stay');
CREATE TRIGGER measure_keeps_its_key BEFORE UPDATE OF school_id, id ON measure
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
-- Whoever changes a measure and whoever enters the first score by it wait for each other at the measure.
CREATE FUNCTION guard_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (OLD.kind, OLD.least, OLD.most, OLD.step, OLD.concern_when, OLD.scale, OLD.rated_by, OLD.follows_id)
           IS DISTINCT FROM
           (NEW.kind, NEW.least, NEW.most, NEW.step, NEW.concern_when, NEW.scale, NEW.rated_by, NEW.follows_id)
           AND EXISTS (SELECT 1 FROM class_score s WHERE s.school_id = OLD.school_id AND s.measure_id = OLD.id) THEN
            RAISE EXCEPTION 'scale_stands' USING ERRCODE = '23W01';
        END IF;
        IF EXISTS (SELECT 1
                     FROM class_score s
                     JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
                    WHERE s.school_id = OLD.school_id AND s.measure_id = OLD.id
                      AND (t.taken_on < NEW.from_on OR t.taken_on > NEW.until_on)) THEN
            RAISE EXCEPTION 'measure_stood_then' USING ERRCODE = '23W01';
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM measure o
                WHERE o.school_id = NEW.school_id AND o.kind = NEW.kind AND o.id <> NEW.id
                  AND o.from_on <= coalesce(NEW.until_on, '9999-12-31')
                  AND coalesce(o.until_on, '9999-12-31') >= NEW.from_on) THEN
        RAISE EXCEPTION 'measures_overlap' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- After measure_keeps_its_key: in the order of their names.
CREATE TRIGGER measure_that_was_used_stands BEFORE INSERT OR UPDATE ON measure
    FOR EACH ROW EXECUTE FUNCTION guard_measure();

CREATE TRIGGER taking_is_never_deleted BEFORE DELETE ON class_taking
    FOR EACH ROW EXECUTE FUNCTION refuse('takings_stay');
CREATE TRIGGER taking_is_never_changed BEFORE UPDATE ON class_taking
    FOR EACH ROW EXECUTE FUNCTION refuse('taking_stands');
CREATE FUNCTION guard_class_taking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.taken_on > to_char(to_timestamp(NEW.begun_at / 1000 + 3600) AT TIME ZONE 'UTC', 'YYYY-MM-DD') THEN
        RAISE EXCEPTION 'taking_is_ahead' USING ERRCODE = '23W01';
    END IF;
    IF EXISTS (SELECT 1 FROM class c
                WHERE c.school_id = NEW.school_id AND c.id = NEW.class_id
                  AND NEW.taken_on < c.school_year || '-09-01') THEN
        RAISE EXCEPTION 'class_had_not_begun' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_class_taking BEFORE INSERT ON class_taking
    FOR EACH ROW EXECUTE FUNCTION guard_class_taking();

CREATE TRIGGER score_is_never_deleted BEFORE DELETE ON class_score
    FOR EACH ROW EXECUTE FUNCTION refuse('scores_stay');
CREATE TRIGGER score_keeps_its_keys BEFORE UPDATE OF school_id, id, taking_id, measure_id, pupil_id ON class_score
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
CREATE FUNCTION guard_class_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_measure measure%ROWTYPE;
    the_taking class_taking%ROWTYPE;
BEGIN
    SELECT * INTO the_measure FROM measure m
     WHERE m.school_id = NEW.school_id AND m.id = NEW.measure_id FOR SHARE;
    IF NEW.score < the_measure.least OR NEW.score > the_measure.most
       OR (NEW.score - the_measure.least) % the_measure.step <> 0 THEN
        RAISE EXCEPTION 'score_off_its_scale' USING ERRCODE = '23W01';
    END IF;
    IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
    SELECT * INTO the_taking FROM class_taking t WHERE t.school_id = NEW.school_id AND t.id = NEW.taking_id;
    IF the_taking.taken_on < the_measure.from_on OR the_taking.taken_on > the_measure.until_on THEN
        RAISE EXCEPTION 'measure_did_not_stand' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM class_membership c
                    WHERE c.school_id = NEW.school_id AND c.class_id = the_taking.class_id
                      AND c.pupil_id = NEW.pupil_id AND c.starts_on <= the_taking.taken_on
                      AND (c.ends_on IS NULL OR c.ends_on >= the_taking.taken_on)) THEN
        RAISE EXCEPTION 'pupil_was_not_in_class' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_class_score BEFORE INSERT OR UPDATE OF score ON class_score
    FOR EACH ROW EXECUTE FUNCTION guard_class_score();

CREATE TRIGGER merged_score_stands BEFORE UPDATE OR DELETE ON merged_score
    FOR EACH ROW EXECUTE FUNCTION refuse('merging_stands');
DO $$
DECLARE
    the_table TEXT;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['measure', 'class_taking', 'class_score', 'merged_score'] LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
