-- Withy begins a school with a version of the policy that nobody there entered. While it is the only one and no programme
-- was made under it, it has judged nothing, and the school may put its own in its place (Y1). What once had a later version
-- beside it stands too, since what started between them was judged by it. No change lets a seventh child in (G1).
CREATE INDEX programme_of_policy_version ON programme (school_id, policy_version_id);

-- only sqlite
DROP TRIGGER policy_version_stands;
CREATE TRIGGER policy_version_stands BEFORE UPDATE OF id, number, in_force_from_on, group_least, group_most, weeks_least,
    weeks_most, impact_opens_weeks, impact_closes_weeks, consent_weeks ON policy_version
WHEN NEW.id <> OLD.id
  OR EXISTS (SELECT 1 FROM policy_version v WHERE v.school_id = OLD.school_id AND v.id <> OLD.id)
  OR EXISTS (SELECT 1 FROM programme g WHERE g.school_id = OLD.school_id AND g.policy_version_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'policy_version_stands'); END;
CREATE TRIGGER no_change_of_the_policy_lets_a_seventh_child_in BEFORE UPDATE OF group_most ON policy_version
WHEN NEW.group_most > 6
BEGIN SELECT RAISE(ABORT, 'group_too_large'); END;

-- only postgresql
CREATE FUNCTION policy_version_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id
       OR EXISTS (SELECT 1 FROM policy_version v WHERE v.school_id = OLD.school_id AND v.id <> OLD.id)
       OR EXISTS (SELECT 1 FROM programme g WHERE g.school_id = OLD.school_id AND g.policy_version_id = OLD.id) THEN
        RAISE EXCEPTION 'policy_version_stands' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER policy_version_stands ON policy_version;
CREATE TRIGGER policy_version_stands BEFORE UPDATE OF id, number, in_force_from_on, group_least, group_most, weeks_least,
    weeks_most, impact_opens_weeks, impact_closes_weeks, consent_weeks ON policy_version
    FOR EACH ROW EXECUTE FUNCTION policy_version_stands();
CREATE TRIGGER no_change_of_the_policy_lets_a_seventh_child_in BEFORE UPDATE OF group_most ON policy_version
    FOR EACH ROW EXECUTE FUNCTION no_policy_lets_a_seventh_child_in();
-- both
