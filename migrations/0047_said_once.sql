-- When a letter on paper was printed is said once: by that moment its parents were asked. A session stays in its programme,
-- and a message to a parent is to that parent.
-- only sqlite
CREATE TRIGGER printing_is_said_once BEFORE UPDATE OF printed_at, printed_by ON letter
WHEN OLD.printed_at IS NOT NULL AND (NEW.printed_at IS NOT OLD.printed_at OR NEW.printed_by IS NOT OLD.printed_by)
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;
CREATE TRIGGER session_keeps_its_programme BEFORE UPDATE OF programme_id ON session
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;
CREATE TRIGGER parent_message_keeps_its_parent BEFORE UPDATE OF contact_id ON parent_message
BEGIN SELECT RAISE(ABORT, 'keys_stay'); END;

-- only postgresql
CREATE TRIGGER printing_is_said_once BEFORE UPDATE OF printed_at, printed_by ON letter
    FOR EACH ROW WHEN (OLD.printed_at IS NOT NULL AND (NEW.printed_at IS DISTINCT FROM OLD.printed_at
                                                    OR NEW.printed_by IS DISTINCT FROM OLD.printed_by))
    EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER session_keeps_its_programme BEFORE UPDATE OF programme_id ON session
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
CREATE TRIGGER parent_message_keeps_its_parent BEFORE UPDATE OF contact_id ON parent_message
    FOR EACH ROW EXECUTE FUNCTION refuse('keys_stay');
