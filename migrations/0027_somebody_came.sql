-- A session that was held had somebody in it (G5): the last child who could have come is not written down as absent.
-- The register writes its absences after the session, so each of them asks whether another child is left. A child who was
-- written up as present and is turned to absent was written about, so that session stands.

-- only sqlite
CREATE TRIGGER somebody_came BEFORE INSERT ON evaluation
WHEN NEW.attended = 0
 AND NOT EXISTS (
    SELECT 1
      FROM session s
      JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
      JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id AND y.from_on <= s.held_on
                 AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                      OR y.ended_on = s.held_on AND y.last_day_counts = 1)
     WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
       AND y.place_id <> NEW.place_id
       AND 1 = (SELECT CASE WHEN min(v.agrees) = 1 THEN max(v.form IS NULL OR v.form = g.form) END
                  FROM consent_voice v
                 WHERE v.school_id = y.school_id AND v.case_id = y.case_id
                   AND v.from_on <= s.held_on AND s.held_on < v.until_on)
       AND NOT EXISTS (SELECT 1 FROM evaluation e
                        WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = y.place_id
                          AND e.attended = 0))
BEGIN SELECT RAISE(ABORT, 'nobody_came'); END;

-- only postgresql
CREATE FUNCTION somebody_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1
          FROM session s
          JOIN programme g ON g.school_id = s.school_id AND g.id = s.programme_id
          JOIN stay y ON y.school_id = s.school_id AND y.programme_id = s.programme_id AND y.from_on <= s.held_on
                     AND (y.ended_on IS NULL OR y.ended_on > s.held_on
                          OR y.ended_on = s.held_on AND y.last_day_counts = 1)
         WHERE s.school_id = NEW.school_id AND s.id = NEW.session_id AND s.outcome = 'delivered'
           AND y.place_id <> NEW.place_id
           AND consent_in_force(y.school_id, y.case_id, s.held_on)
           AND consent_covers(y.school_id, y.case_id, g.form, s.held_on)
           AND NOT EXISTS (SELECT 1 FROM evaluation e
                            WHERE e.school_id = s.school_id AND e.session_id = s.id AND e.place_id = y.place_id
                              AND e.attended = 0)) THEN
        RAISE EXCEPTION 'nobody_came' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER somebody_came BEFORE INSERT ON evaluation
    FOR EACH ROW WHEN (NEW.attended = 0) EXECUTE FUNCTION somebody_came();
