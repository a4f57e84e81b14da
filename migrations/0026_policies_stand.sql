-- A version of the policy stands as it was put in force: its number, its day and the numbers that programmes were made by
-- (Y1). Its review is written into it later. No version lets a seventh child into a group (G1).

-- only sqlite
CREATE TRIGGER no_policy_lets_a_seventh_child_in BEFORE INSERT ON policy_version
WHEN NEW.group_most > 6
BEGIN SELECT RAISE(ABORT, 'group_too_large'); END;
CREATE TRIGGER policy_version_stands BEFORE UPDATE OF id, number, in_force_from_on, group_least, group_most, weeks_least,
    weeks_most, impact_opens_weeks, impact_closes_weeks, consent_weeks ON policy_version
BEGIN SELECT RAISE(ABORT, 'policy_version_stands'); END;
CREATE TRIGGER policy_version_stays BEFORE DELETE ON policy_version
BEGIN SELECT RAISE(ABORT, 'policy_version_stands'); END;

-- only postgresql
CREATE FUNCTION no_policy_lets_a_seventh_child_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.group_most > 6 THEN RAISE EXCEPTION 'group_too_large' USING ERRCODE = '23W01'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_policy_lets_a_seventh_child_in BEFORE INSERT ON policy_version
    FOR EACH ROW EXECUTE FUNCTION no_policy_lets_a_seventh_child_in();
CREATE TRIGGER policy_version_stands BEFORE UPDATE OF id, number, in_force_from_on, group_least, group_most, weeks_least,
    weeks_most, impact_opens_weeks, impact_closes_weeks, consent_weeks ON policy_version
    FOR EACH ROW EXECUTE FUNCTION refuse('policy_version_stands');
CREATE TRIGGER policy_version_stays BEFORE DELETE ON policy_version
    FOR EACH ROW EXECUTE FUNCTION refuse('policy_version_stands');
-- both
