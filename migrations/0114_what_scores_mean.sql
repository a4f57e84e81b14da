-- What the scores of a measure mean, in the school's own words: "1 is hardly ever, 7 is nearly always". Whoever enters them reads it.
-- Empty where nobody has written it.
ALTER TABLE measure ADD COLUMN meaning TEXT NOT NULL DEFAULT '';
