-- The county's nurture team is an organisation of its own among the schools of a database: people sign in there as at a school, and
-- whoever works there reads what schools gave to the county, and nothing else. A command makes it; there is one. Nobody holds a
-- school's role there, so that no page of a school opens from it.
ALTER TABLE school ADD COLUMN kind TEXT NOT NULL DEFAULT 'school' CHECK (kind IN ('school', 'county_team'));
CREATE UNIQUE INDEX one_county_team ON school (kind) WHERE kind = 'county_team';

-- only sqlite
CREATE TRIGGER school_stays_what_it_is BEFORE UPDATE OF kind ON school
BEGIN SELECT RAISE(ABORT, 'kind_stays'); END;
CREATE TRIGGER county_team_holds_no_roles BEFORE INSERT ON role_held
WHEN EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.kind = 'county_team')
BEGIN SELECT RAISE(ABORT, 'county_team_holds_no_roles'); END;
CREATE TRIGGER county_team_takes_no_roles BEFORE UPDATE OF school_id ON role_held
WHEN EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.kind = 'county_team')
BEGIN SELECT RAISE(ABORT, 'county_team_holds_no_roles'); END;
-- only postgresql
CREATE TRIGGER school_stays_what_it_is BEFORE UPDATE OF kind ON school
    FOR EACH ROW EXECUTE FUNCTION refuse('kind_stays');
CREATE FUNCTION county_team_holds_no_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM school s WHERE s.id = NEW.school_id AND s.kind = 'county_team') THEN
        RAISE EXCEPTION 'county_team_holds_no_roles' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER county_team_holds_no_roles BEFORE INSERT OR UPDATE OF school_id ON role_held
    FOR EACH ROW EXECUTE FUNCTION county_team_holds_no_roles();
-- both
