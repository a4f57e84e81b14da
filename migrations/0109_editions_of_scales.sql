-- Each school counts the versions of its instruments by itself, so that 2 of one school may be 1 of another. `edition` is a short name
-- of what scores by the scale mean, by its content (insight/edition_rules); two schools' changes are put together where it is the
-- same. `least` and `most` are between which scores it goes. Figures that were made before have none of the three.
ALTER TABLE outcome_scale ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE outcome_scale ADD COLUMN least INTEGER;
ALTER TABLE outcome_scale ADD COLUMN most INTEGER;
