-- What is logged of a programme, its sessions and a contact names no case: whoever reads how a case stood on a day finds it by what
-- it is about.
CREATE INDEX record_of_subject ON record (school_id, subject_id) WHERE case_id IS NULL;
