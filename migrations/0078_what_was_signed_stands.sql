-- Who signed a request for data stands once it is signed: a signature is taken back, and never becomes another's. A record is
-- erased of the child for whom both signed: the child's id goes as the record does, and is never another's, or a hold of this
-- child would be passed by.

-- only sqlite
CREATE TRIGGER signature_stands BEFORE UPDATE OF signed_by, signed_at ON data_request
WHEN OLD.signed_at IS NOT NULL AND NEW.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what_was_signed_stands'); END;
CREATE TRIGGER erasure_is_of_one_child BEFORE UPDATE OF pupil_id ON erasure
WHEN NEW.pupil_id IS NOT NULL OR NEW.erased_at IS NULL
BEGIN SELECT RAISE(ABORT, 'certificate_stands'); END;
CREATE TRIGGER family_at_work_keeps_who_it_is BEFORE UPDATE OF school_id, contact_id ON contact_at_work
BEGIN SELECT RAISE(ABORT, 'rows_stay'); END;

-- only postgresql
CREATE TRIGGER signature_stands BEFORE UPDATE OF signed_by, signed_at ON data_request
    FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL AND NEW.signed_at IS NOT NULL)
    EXECUTE FUNCTION refuse('what_was_signed_stands');
CREATE TRIGGER erasure_is_of_one_child BEFORE UPDATE OF pupil_id ON erasure
    FOR EACH ROW WHEN (NEW.pupil_id IS NOT NULL OR NEW.erased_at IS NULL) EXECUTE FUNCTION refuse('certificate_stands');
CREATE TRIGGER family_at_work_keeps_who_it_is BEFORE UPDATE OF school_id, contact_id ON contact_at_work
    FOR EACH ROW EXECUTE FUNCTION refuse('rows_stay');
-- both
