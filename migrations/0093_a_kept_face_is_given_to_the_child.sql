-- A face at the end of a session that the child kept between the two is given to the child as what was said is, by the adult there,
-- before a request of the child's own is over (N3, V5). 0087 asked for the sentence beside it alone.

-- only sqlite
DROP TRIGGER child_has_what_was_confided;
CREATE TRIGGER child_has_what_was_confided BEFORE UPDATE OF given_at ON data_request
WHEN NEW.given_at IS NOT NULL AND OLD.about = 'child' AND OLD.asked_as = 'themselves'
 AND EXISTS (SELECT 1
               FROM evaluation e
               JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
               JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
              WHERE e.school_id = OLD.school_id AND e.pupil_id = OLD.pupil_id
                AND (e.confidence <> ''
                     OR e.voice_for = 'only_here' AND (e.own_words <> '' OR e.feeling IS NOT NULL))
                AND NOT EXISTS (SELECT 1 FROM confided_given c
                                 WHERE c.school_id = OLD.school_id AND c.request_id = OLD.id
                                   AND c.staff_id = coalesce(s.deliverer_id, g.deliverer_id)))
BEGIN SELECT RAISE(ABORT, 'confided_waits'); END;

-- only postgresql
CREATE OR REPLACE FUNCTION child_has_what_was_confided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.given_at IS NOT NULL AND OLD.about = 'child' AND OLD.asked_as = 'themselves'
       AND EXISTS (SELECT 1
                     FROM evaluation e
                     JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
                     JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
                    WHERE e.school_id = OLD.school_id AND e.pupil_id = OLD.pupil_id
                      AND (e.confidence <> ''
                           OR e.voice_for = 'only_here' AND (e.own_words <> '' OR e.feeling IS NOT NULL))
                      AND NOT EXISTS (SELECT 1 FROM confided_given c
                                       WHERE c.school_id = OLD.school_id AND c.request_id = OLD.id
                                         AND c.staff_id = coalesce(s.deliverer_id, g.deliverer_id))) THEN
        RAISE EXCEPTION 'confided_waits' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
-- both
