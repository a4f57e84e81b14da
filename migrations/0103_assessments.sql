-- Instruments, and scores of children by them (T1 to T4). An instrument is a file that a school loaded (docs/instruments.md), as a
-- version: a later file of the same code is another. What scores were given by never changes.
CREATE TABLE instrument (
    school_id     INTEGER NOT NULL REFERENCES school (id),
    id            TEXT    NOT NULL,
    code          TEXT    NOT NULL,
    version       INTEGER NOT NULL CHECK (version >= 1),
    name          TEXT    NOT NULL CHECK (name <> ''),
    document      TEXT    NOT NULL CHECK (document <> ''),
    rating_least  INTEGER,
    rating_most   INTEGER,
    loaded_by     TEXT    NOT NULL,
    loaded_at     BIGINT  NOT NULL,
    CHECK ((rating_least IS NULL) = (rating_most IS NULL)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, loaded_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX version_of_instrument ON instrument (school_id, code, version);

-- A strand or scale, and between which numbers any form of the instrument scores it. `items` is what the school entered where the file leaves it open.
CREATE TABLE instrument_scale (
    school_id      INTEGER NOT NULL,
    instrument_id  TEXT    NOT NULL,
    code           TEXT    NOT NULL,
    items          INTEGER CHECK (items >= 1),
    least          INTEGER NOT NULL,
    most           INTEGER NOT NULL,
    CHECK (least < most),
    PRIMARY KEY (school_id, instrument_id, code),
    FOREIGN KEY (school_id, instrument_id) REFERENCES instrument (school_id, id)
);

-- The usual range of scores for children of some ages, as the file had it or as the school typed it from its licensed copy.
CREATE TABLE norm_set (
    school_id      INTEGER NOT NULL,
    id             TEXT    NOT NULL,
    instrument_id  TEXT    NOT NULL,
    code           TEXT    NOT NULL CHECK (code <> ''),
    least_age      INTEGER NOT NULL,
    most_age       INTEGER NOT NULL,
    source         TEXT    NOT NULL,
    made_by        TEXT    NOT NULL,
    made_at        BIGINT  NOT NULL,
    CHECK (least_age <= most_age),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, instrument_id) REFERENCES instrument (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES staff (school_id, id)
);
CREATE UNIQUE INDEX norm_set_of_instrument ON norm_set (school_id, instrument_id, code);

CREATE TABLE norm_band (
    school_id    INTEGER NOT NULL,
    norm_set_id  TEXT    NOT NULL,
    scale        TEXT    NOT NULL,
    low          INTEGER NOT NULL,
    high         INTEGER NOT NULL,
    CHECK (low <= high),
    PRIMARY KEY (school_id, norm_set_id, scale),
    FOREIGN KEY (school_id, norm_set_id) REFERENCES norm_set (school_id, id)
);

-- One rating of a child by one adult's view. `beside_id` is the first rating, where a second adult rated too; both are kept, until
-- one of them is agreed to by an adult who did not make it. A slip is taken back with a reason, and stays on record. Once the case is
-- closed, each stands as it is.
CREATE TABLE assessment (
    school_id       INTEGER NOT NULL,
    id              TEXT    NOT NULL,
    case_id         TEXT    NOT NULL,
    instrument_id   TEXT    NOT NULL,
    norm_set_id     TEXT,
    informant       TEXT    NOT NULL CHECK (informant IN ('class_teacher', 'nurture_assistant', 'senco', 'other_staff',
                                                          'parent', 'child')),
    occasion        TEXT    NOT NULL CHECK (occasion IN ('entry', 'exit', 'follow_up', 'weekly', 'other')),
    rated_by        TEXT    NOT NULL,
    rated_on        TEXT    NOT NULL,
    rated_at        BIGINT  NOT NULL,
    beside_id       TEXT,
    agreed_by       TEXT,
    agreed_at       BIGINT,
    taken_back_by   TEXT,
    taken_back_at   BIGINT,
    taken_back_why  TEXT    NOT NULL DEFAULT '',
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
    CONSTRAINT another_agrees CHECK (agreed_by IS NULL OR agreed_by <> rated_by),
    CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL)),
    CHECK ((taken_back_at IS NULL) = (taken_back_why = '')),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES nurture_case (school_id, id),
    FOREIGN KEY (school_id, instrument_id) REFERENCES instrument (school_id, id),
    FOREIGN KEY (school_id, norm_set_id) REFERENCES norm_set (school_id, id),
    FOREIGN KEY (school_id, rated_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, beside_id) REFERENCES assessment (school_id, id),
    FOREIGN KEY (school_id, agreed_by) REFERENCES staff (school_id, id),
    FOREIGN KEY (school_id, taken_back_by) REFERENCES staff (school_id, id)
);
CREATE INDEX assessment_of_case ON assessment (school_id, case_id, rated_on);
CREATE INDEX assessment_by_norms ON assessment (school_id, norm_set_id);
CREATE INDEX assessment_beside ON assessment (school_id, beside_id) WHERE beside_id IS NOT NULL;

-- The score of a strand or scale. `band` is what the scheme calls it: without its scheme it says nothing. `words` are the child's own
-- for a goal.
CREATE TABLE assessment_score (
    school_id      INTEGER NOT NULL,
    assessment_id  TEXT    NOT NULL,
    scale          TEXT    NOT NULL,
    score          INTEGER NOT NULL,
    scheme         TEXT    NOT NULL DEFAULT '',
    band           TEXT    NOT NULL DEFAULT '',
    words          TEXT    NOT NULL DEFAULT '',
    CHECK ((scheme = '') = (band = '')),
    PRIMARY KEY (school_id, assessment_id, scale),
    FOREIGN KEY (school_id, assessment_id) REFERENCES assessment (school_id, id)
);

-- The rating of one item, by its number.
CREATE TABLE assessment_item (
    school_id      INTEGER NOT NULL,
    assessment_id  TEXT    NOT NULL,
    number         INTEGER NOT NULL CHECK (number >= 1),
    rating         INTEGER NOT NULL,
    PRIMARY KEY (school_id, assessment_id, number),
    FOREIGN KEY (school_id, assessment_id) REFERENCES assessment (school_id, id)
);

-- only sqlite
CREATE TRIGGER instrument_is_never_changed BEFORE UPDATE ON instrument
BEGIN SELECT RAISE(ABORT, 'instruments_stay'); END;
CREATE TRIGGER instrument_is_never_deleted BEFORE DELETE ON instrument
BEGIN SELECT RAISE(ABORT, 'instruments_stay'); END;
CREATE TRIGGER instrument_scale_is_never_changed BEFORE UPDATE ON instrument_scale
BEGIN SELECT RAISE(ABORT, 'instruments_stay'); END;
CREATE TRIGGER instrument_scale_is_never_deleted BEFORE DELETE ON instrument_scale
BEGIN SELECT RAISE(ABORT, 'instruments_stay'); END;
CREATE TRIGGER norm_set_is_never_changed BEFORE UPDATE ON norm_set
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER norm_set_is_never_deleted BEFORE DELETE ON norm_set
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER norm_band_is_never_changed BEFORE UPDATE ON norm_band
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER norm_band_is_never_deleted BEFORE DELETE ON norm_band
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER norms_in_use_are_complete BEFORE INSERT ON norm_band
WHEN EXISTS (SELECT 1 FROM assessment a WHERE a.school_id = NEW.school_id AND a.norm_set_id = NEW.norm_set_id)
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER norm_band_is_of_scores BEFORE INSERT ON norm_band
WHEN NOT EXISTS (SELECT 1 FROM norm_set n
                   JOIN instrument_scale s ON s.school_id = n.school_id AND s.instrument_id = n.instrument_id
                  WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND s.code = NEW.scale
                    AND NEW.low >= s.least AND NEW.high <= s.most)
BEGIN SELECT RAISE(ABORT, 'score_out_of_range'); END;
CREATE TRIGGER norms_are_of_the_instrument BEFORE INSERT ON assessment
WHEN NEW.norm_set_id IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM norm_set n
                  WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND n.instrument_id = NEW.instrument_id)
BEGIN SELECT RAISE(ABORT, 'norms_of_another_instrument'); END;
CREATE TRIGGER two_ratings_are_alike BEFORE INSERT ON assessment
WHEN NEW.beside_id IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM assessment a
                  WHERE a.school_id = NEW.school_id AND a.id = NEW.beside_id AND a.case_id = NEW.case_id
                    AND a.instrument_id = NEW.instrument_id AND a.occasion = NEW.occasion AND a.rated_by <> NEW.rated_by
                    AND a.beside_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'two_ratings_are_alike'); END;
CREATE TRIGGER assessment_is_agreed_later BEFORE INSERT ON assessment
WHEN NEW.agreed_at IS NOT NULL OR NEW.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'assessment_stands'); END;
CREATE TRIGGER assessment_of_a_closed_case BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM nurture_case n
              WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'case_closed'); END;
CREATE TRIGGER assessment_of_a_closed_case_stands
BEFORE UPDATE OF agreed_by, agreed_at, taken_back_by, taken_back_at ON assessment
WHEN EXISTS (SELECT 1 FROM nurture_case n
              WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'case_closed'); END;
CREATE TRIGGER assessment_is_never_deleted BEFORE DELETE ON assessment
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;
CREATE TRIGGER assessment_keeps_what_it_is
BEFORE UPDATE OF school_id, id, case_id, instrument_id, norm_set_id, informant, occasion, rated_by, rated_on, rated_at, beside_id ON assessment
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER assessment_was_agreed BEFORE UPDATE OF agreed_by, agreed_at ON assessment
WHEN OLD.agreed_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'assessment_stands'); END;
CREATE TRIGGER one_of_two_is_agreed BEFORE UPDATE OF agreed_by, agreed_at ON assessment
WHEN EXISTS (SELECT 1 FROM assessment a
              WHERE a.school_id = NEW.school_id AND (a.id = NEW.beside_id OR a.beside_id = NEW.id OR a.beside_id = NEW.beside_id)
                AND a.id <> NEW.id AND a.agreed_at IS NOT NULL AND a.taken_back_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'one_of_two_is_agreed'); END;
CREATE TRIGGER assessment_was_taken_back BEFORE UPDATE OF taken_back_by, taken_back_at ON assessment
WHEN OLD.taken_back_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'assessment_stands'); END;
CREATE TRIGGER score_is_never_changed BEFORE UPDATE OF school_id, assessment_id, scale, score, scheme, band ON assessment_score
BEGIN SELECT RAISE(ABORT, 'scores_stay'); END;
CREATE TRIGGER score_of_assessment_is_never_deleted BEFORE DELETE ON assessment_score
BEGIN SELECT RAISE(ABORT, 'scores_stay'); END;
CREATE TRIGGER score_within_its_range BEFORE INSERT ON assessment_score
WHEN NOT EXISTS (SELECT 1 FROM assessment a
                   JOIN instrument_scale s ON s.school_id = a.school_id AND s.instrument_id = a.instrument_id
                  WHERE a.school_id = NEW.school_id AND a.id = NEW.assessment_id AND a.agreed_at IS NULL
                    AND s.code = NEW.scale AND NEW.score BETWEEN s.least AND s.most)
BEGIN SELECT RAISE(ABORT, 'score_out_of_range'); END;
CREATE TRIGGER item_is_never_changed BEFORE UPDATE ON assessment_item
BEGIN SELECT RAISE(ABORT, 'scores_stay'); END;
CREATE TRIGGER item_is_never_deleted BEFORE DELETE ON assessment_item
BEGIN SELECT RAISE(ABORT, 'scores_stay'); END;
CREATE TRIGGER item_within_its_range BEFORE INSERT ON assessment_item
WHEN NOT EXISTS (SELECT 1 FROM assessment a
                   JOIN instrument i ON i.school_id = a.school_id AND i.id = a.instrument_id
                  WHERE a.school_id = NEW.school_id AND a.id = NEW.assessment_id AND a.agreed_at IS NULL
                    AND NEW.rating BETWEEN i.rating_least AND i.rating_most)
BEGIN SELECT RAISE(ABORT, 'score_out_of_range'); END;

-- only postgresql
DO $$
DECLARE
    the_table text;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['instrument', 'instrument_scale']
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_changed BEFORE UPDATE OR DELETE ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''instruments_stay'')', the_table);
    END LOOP;
    FOREACH the_table IN ARRAY ARRAY['norm_set', 'norm_band']
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_changed BEFORE UPDATE OR DELETE ON %I
                            FOR EACH ROW EXECUTE FUNCTION refuse(''norms_stay'')', the_table);
    END LOOP;
    FOREACH the_table IN ARRAY ARRAY[
        'instrument', 'instrument_scale', 'norm_set', 'norm_band', 'assessment', 'assessment_score', 'assessment_item']
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
CREATE FUNCTION norm_band_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM assessment a WHERE a.school_id = NEW.school_id AND a.norm_set_id = NEW.norm_set_id) THEN
        RAISE EXCEPTION 'norms_stay' USING ERRCODE = '23W01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM norm_set n
                     JOIN instrument_scale s ON s.school_id = n.school_id AND s.instrument_id = n.instrument_id
                    WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND s.code = NEW.scale
                      AND NEW.low >= s.least AND NEW.high <= s.most) THEN
        RAISE EXCEPTION 'score_out_of_range' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER norm_band_fits BEFORE INSERT ON norm_band FOR EACH ROW EXECUTE FUNCTION norm_band_fits();
CREATE FUNCTION assessment_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.norm_set_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM norm_set n
         WHERE n.school_id = NEW.school_id AND n.id = NEW.norm_set_id AND n.instrument_id = NEW.instrument_id) THEN
        RAISE EXCEPTION 'norms_of_another_instrument' USING ERRCODE = '23W01';
    END IF;
    IF NEW.beside_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM assessment a
         WHERE a.school_id = NEW.school_id AND a.id = NEW.beside_id AND a.case_id = NEW.case_id
           AND a.instrument_id = NEW.instrument_id AND a.occasion = NEW.occasion AND a.rated_by <> NEW.rated_by
           AND a.beside_id IS NULL) THEN
        RAISE EXCEPTION 'two_ratings_are_alike' USING ERRCODE = '23W01';
    END IF;
    IF NEW.agreed_at IS NOT NULL OR NEW.taken_back_at IS NOT NULL THEN
        RAISE EXCEPTION 'assessment_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_fits BEFORE INSERT ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_fits();
CREATE FUNCTION assessment_of_a_closed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM nurture_case n
                WHERE n.school_id = NEW.school_id AND n.id = NEW.case_id AND n.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'case_closed' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_of_a_closed_case
    BEFORE INSERT OR UPDATE OF agreed_by, agreed_at, taken_back_by, taken_back_at ON assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_of_a_closed_case();
CREATE TRIGGER is_never_deleted BEFORE DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse('rows_stay');
CREATE TRIGGER keeps_what_it_is
    BEFORE UPDATE OF school_id, id, case_id, instrument_id, norm_set_id, informant, occasion, rated_by, rated_on, rated_at, beside_id
    ON assessment FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
CREATE TRIGGER assessment_was_agreed BEFORE UPDATE OF agreed_by, agreed_at ON assessment
    FOR EACH ROW WHEN (OLD.agreed_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION refuse('assessment_stands');
CREATE FUNCTION one_of_two_is_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM assessment a
                WHERE a.school_id = NEW.school_id
                  AND (a.id = NEW.beside_id OR a.beside_id = NEW.id OR a.beside_id = NEW.beside_id)
                  AND a.id <> NEW.id AND a.agreed_at IS NOT NULL AND a.taken_back_at IS NULL) THEN
        RAISE EXCEPTION 'one_of_two_is_agreed' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER one_of_two_is_agreed BEFORE UPDATE OF agreed_by, agreed_at ON assessment
    FOR EACH ROW EXECUTE FUNCTION one_of_two_is_agreed();
CREATE TRIGGER assessment_was_taken_back BEFORE UPDATE OF taken_back_by, taken_back_at ON assessment
    FOR EACH ROW WHEN (OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION refuse('assessment_stands');
CREATE TRIGGER score_stays BEFORE UPDATE OF school_id, assessment_id, scale, score, scheme, band ON assessment_score
    FOR EACH ROW EXECUTE FUNCTION refuse('scores_stay');
CREATE TRIGGER score_of_assessment_is_never_deleted BEFORE DELETE ON assessment_score FOR EACH ROW EXECUTE FUNCTION refuse('scores_stay');
CREATE FUNCTION score_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM assessment a
                     JOIN instrument_scale s ON s.school_id = a.school_id AND s.instrument_id = a.instrument_id
                    WHERE a.school_id = NEW.school_id AND a.id = NEW.assessment_id AND a.agreed_at IS NULL
                      AND s.code = NEW.scale AND NEW.score BETWEEN s.least AND s.most) THEN
        RAISE EXCEPTION 'score_out_of_range' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER score_fits BEFORE INSERT ON assessment_score FOR EACH ROW EXECUTE FUNCTION score_fits();
CREATE TRIGGER item_stays BEFORE UPDATE OR DELETE ON assessment_item FOR EACH ROW EXECUTE FUNCTION refuse('scores_stay');
CREATE FUNCTION item_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM assessment a
                     JOIN instrument i ON i.school_id = a.school_id AND i.id = a.instrument_id
                    WHERE a.school_id = NEW.school_id AND a.id = NEW.assessment_id AND a.agreed_at IS NULL
                      AND NEW.rating BETWEEN i.rating_least AND i.rating_most) THEN
        RAISE EXCEPTION 'score_out_of_range' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER item_fits BEFORE INSERT ON assessment_item FOR EACH ROW EXECUTE FUNCTION item_fits();
-- both
