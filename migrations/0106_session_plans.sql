-- A library of session plans, which a school writes once and adapts (G10). A plan is of no child: what is taken from it into a session's
-- own plan is changed there. `minutes` is how long it takes, `needed` what has to be at hand, `steps` what is done.
CREATE TABLE session_plan (
    school_id  INTEGER NOT NULL REFERENCES school (id),
    id         TEXT    NOT NULL,
    title      TEXT    NOT NULL CHECK (title <> ''),
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 120),
    needed     TEXT    NOT NULL DEFAULT '',
    steps      TEXT    NOT NULL CHECK (steps <> ''),
    version    INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX session_plan_titled ON session_plan (school_id, lower(title));

-- The target areas that a plan is for.
CREATE TABLE session_plan_area (
    school_id  INTEGER NOT NULL,
    plan_id    TEXT    NOT NULL,
    area_id    TEXT    NOT NULL,
    PRIMARY KEY (school_id, plan_id, area_id),
    FOREIGN KEY (school_id, plan_id) REFERENCES session_plan (school_id, id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;

-- The target areas that a strand or scale of an instrument leads to, as the school says it; without a row of the instrument, as its file
-- says it. By the instrument's code, so that they hold for its later versions.
CREATE TABLE strand_area (
    school_id   INTEGER NOT NULL,
    instrument  TEXT    NOT NULL,
    scale       TEXT    NOT NULL,
    area_id     TEXT    NOT NULL,
    PRIMARY KEY (school_id, instrument, scale, area_id),
    FOREIGN KEY (school_id, area_id) REFERENCES target_area (school_id, id)
) WITHOUT ROWID;

-- What was rated in a year, for the figures of the school.
CREATE INDEX assessment_rated ON assessment (school_id, rated_on);

-- only postgresql
DO $$
DECLARE
    the_table text;
BEGIN
    FOREACH the_table IN ARRAY ARRAY['session_plan', 'session_plan_area', 'strand_area']
    LOOP
        EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I
                            FOR EACH STATEMENT EXECUTE FUNCTION refuse(''tables_stay'')', the_table);
    END LOOP;
END $$;
-- both
