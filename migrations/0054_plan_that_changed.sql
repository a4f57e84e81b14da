-- Whether a plan's words were changed since the SENCo looked at it: the look took place, and its note stays beside them.
ALTER TABLE session ADD COLUMN plan_changed INTEGER NOT NULL DEFAULT 0 CHECK (plan_changed IN (0, 1));
