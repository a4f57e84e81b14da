-- Norms that a school made out of its own children's ratings (T3): those of one version of an instrument, on entry, in one view, each
-- child's first one before any support. They are frozen as every norm set is; from fewer than fifty children there are none.
CREATE TABLE own_norm_set (
    school_id    INTEGER NOT NULL,
    norm_set_id  TEXT    NOT NULL,
    informant    TEXT    NOT NULL CHECK (informant IN ('class_teacher', 'nurture_assistant', 'senco', 'other_staff',
                                                       'parent', 'child')),
    children     INTEGER NOT NULL CHECK (children >= 50),
    first_on     TEXT    NOT NULL,
    last_on      TEXT    NOT NULL,
    CHECK (first_on <= last_on),
    PRIMARY KEY (school_id, norm_set_id),
    FOREIGN KEY (school_id, norm_set_id) REFERENCES norm_set (school_id, id)
);

-- Of a school's own: up to which score the lowest tenth lies, and from which on the highest; where it is told.
ALTER TABLE norm_band ADD COLUMN lowest_tenth INTEGER CHECK (lowest_tenth < low);
ALTER TABLE norm_band ADD COLUMN highest_tenth INTEGER CHECK (highest_tenth > high);

-- only sqlite
CREATE TRIGGER own_norm_set_is_never_changed BEFORE UPDATE ON own_norm_set
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER own_norm_set_is_never_deleted BEFORE DELETE ON own_norm_set
BEGIN SELECT RAISE(ABORT, 'norms_stay'); END;
CREATE TRIGGER own_norms_are_of_the_view BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM own_norm_set o
              WHERE o.school_id = NEW.school_id AND o.norm_set_id = NEW.norm_set_id AND o.informant <> NEW.informant)
BEGIN SELECT RAISE(ABORT, 'norms_of_another_view'); END;

-- only postgresql
CREATE TRIGGER is_never_changed BEFORE UPDATE OR DELETE ON own_norm_set
    FOR EACH ROW EXECUTE FUNCTION refuse('norms_stay');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON own_norm_set
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');
CREATE FUNCTION own_norms_are_of_the_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM own_norm_set o
                WHERE o.school_id = NEW.school_id AND o.norm_set_id = NEW.norm_set_id
                  AND o.informant <> NEW.informant) THEN
        RAISE EXCEPTION 'norms_of_another_view' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own_norms_are_of_the_view BEFORE INSERT ON assessment
    FOR EACH ROW EXECUTE FUNCTION own_norms_are_of_the_view();
-- both
