-- What went on CPOMS is noted here by its reference alone (S1): one line of one or two words with a figure in it. An account
-- of what happened has no place in it. What stands already stays as it was noted.

-- only sqlite
CREATE TRIGGER pointer_holds_a_reference_alone BEFORE INSERT ON safeguarding_pointer
WHEN NEW.reference NOT GLOB '*[0-9]*' OR NEW.reference GLOB '*[^ ]* *[^ ]* *[^ ]*'
  OR NEW.reference GLOB '*[' || char(9, 10, 13) || ']*'
BEGIN SELECT RAISE(ABORT, 'reference_alone'); END;
-- only postgresql
CREATE TRIGGER pointer_holds_a_reference_alone BEFORE INSERT ON safeguarding_pointer
    FOR EACH ROW WHEN (NEW.reference !~ '[0-9]' OR NEW.reference ~ '[^ ] +[^ ]+ +[^ ]' OR NEW.reference ~ '[\t\n\r]')
    EXECUTE FUNCTION refuse('reference_alone');
-- both
