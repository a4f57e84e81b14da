-- What grows with a school's history, so that no save reads the whole of it.

-- The sheet of a letter, as PDF, in a table of its own: beside the letter's words it lay before the day on which the letter
-- was made, and every look at that day read its 30 KB. `kept_pdf` is the sheet without the parent's own link, until it
-- takes the place of the other.
CREATE TABLE letter_sheet (
    school_id  INTEGER NOT NULL,
    letter_id  TEXT    NOT NULL,
    pdf        BYTES   NOT NULL,
    kept_pdf   BYTES,
    PRIMARY KEY (school_id, letter_id),
    FOREIGN KEY (school_id, letter_id) REFERENCES letter (school_id, id)
);
INSERT INTO letter_sheet (school_id, letter_id, pdf, kept_pdf)
SELECT school_id, id, pdf, kept_pdf FROM letter;
-- By the school alone, with a condition, as open_case is: it holds the sheets of the last days that have a link.
CREATE INDEX sheet_with_link ON letter_sheet (school_id) WHERE kept_pdf IS NOT NULL;

-- only sqlite
DROP TRIGGER sheet_is_kept_as_sent;
-- only postgresql
DROP TRIGGER sheet_is_kept_as_sent ON letter;
-- both
ALTER TABLE letter DROP COLUMN pdf;
ALTER TABLE letter DROP COLUMN kept_pdf;

-- A sheet changes once, to the one without the link that was kept with it.
-- only sqlite
CREATE TRIGGER sheet_is_kept_as_sent BEFORE UPDATE ON letter_sheet
WHEN NEW.school_id <> OLD.school_id OR NEW.letter_id <> OLD.letter_id
  OR NEW.kept_pdf IS NOT NULL OR NEW.pdf IS NOT OLD.kept_pdf
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;
CREATE TRIGGER sheet_is_never_deleted BEFORE DELETE ON letter_sheet
BEGIN SELECT RAISE(ABORT, 'letter_stands'); END;

-- only postgresql
CREATE TRIGGER sheet_is_kept_as_sent BEFORE UPDATE ON letter_sheet
    FOR EACH ROW WHEN (NEW.school_id <> OLD.school_id OR NEW.letter_id <> OLD.letter_id
                       OR NEW.kept_pdf IS NOT NULL OR NEW.pdf IS DISTINCT FROM OLD.kept_pdf)
    EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER sheet_is_never_deleted BEFORE DELETE ON letter_sheet
    FOR EACH ROW EXECUTE FUNCTION refuse('letter_stands');
CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON letter_sheet
    FOR EACH STATEMENT EXECUTE FUNCTION refuse('tables_stay');

-- both
-- Where somebody leaves, their devices are signed out; and what is over goes, by its age.
CREATE INDEX sign_in_of_staff ON sign_in (school_id, staff_id) WHERE ended_at IS NULL;
CREATE INDEX sign_in_by_age ON sign_in (started_at);
CREATE INDEX sign_in_failure_by_age ON sign_in_failure (last_at);
