-- What is stored of whom a request is about, when it was prepared, as one digest with sealed words as they stand. As long as it is
-- the same, nothing that is held has changed, and no word is opened to know it; otherwise what is held is read.
ALTER TABLE data_request ADD COLUMN stored_digest TEXT;
