-- A session that is held on another day keeps its number, so a number stands once besides what was put off.
DROP INDEX session_of_programme;
CREATE UNIQUE INDEX session_of_programme ON session (school_id, programme_id, number) WHERE rearranged = 0;

-- That a letter on paper was printed and handed over: when, and who says so.
ALTER TABLE letter ADD COLUMN printed_at BIGINT;
ALTER TABLE letter ADD COLUMN printed_by TEXT;
