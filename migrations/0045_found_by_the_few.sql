-- What the SENCo's Today asks of all open cases, and seldom finds: e-mails that were given up, and letters that
-- nobody has printed. Each index holds those few alone.
CREATE INDEX outbox_given_up ON outbox (school_id, letter_id) WHERE state = 'given_up';
CREATE INDEX letter_to_print ON letter (school_id, case_id) WHERE way = 'paper' AND printed_at IS NULL;
