-- A Nurture Assistant's Today begins with what is few: concerns of the last weeks, questions whose answer is still to be seen,
-- and programmes that still run.
CREATE INDEX concern_written ON concern (school_id, written_at);
CREATE INDEX question_unseen ON question (school_id, asked_by) WHERE answer_seen_at IS NULL;
CREATE INDEX programme_still_of ON programme (school_id, deliverer_id) WHERE completed_on IS NULL;
