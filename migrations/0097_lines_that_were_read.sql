-- Which lines a request for data had when it was prepared last, by their digests with a space between them: what came into the record
-- since is marked for who signs, and for who prepares it again. One text, since it is only read and written as a whole. Once it is
-- given out nobody asks any more, and it is emptied.
ALTER TABLE data_request ADD COLUMN lines_read TEXT;
