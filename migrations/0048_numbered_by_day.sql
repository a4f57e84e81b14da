-- Sessions of a programme are numbered by the days on which they stand. What was put off shares the number of the session in its
-- place.
CREATE TABLE session_by_day AS
SELECT s.school_id, s.programme_id, s.number,
       row_number() OVER (PARTITION BY s.school_id, s.programme_id ORDER BY s.planned_on, s.number) AS by_day
  FROM session s
 WHERE s.outcome <> 'not_held'
    OR NOT EXISTS (SELECT 1 FROM session o
                    WHERE o.school_id = s.school_id AND o.programme_id = s.programme_id AND o.number = s.number
                      AND o.id <> s.id AND (o.outcome <> 'not_held' OR o.id > s.id));
UPDATE session
   SET number = -(SELECT min(d.by_day) FROM session_by_day d
                   WHERE d.school_id = session.school_id AND d.programme_id = session.programme_id
                     AND d.number = session.number)
 WHERE EXISTS (SELECT 1 FROM session p
                WHERE p.school_id = session.school_id AND p.programme_id = session.programme_id AND p.rearranged = 1);
UPDATE session SET number = -number WHERE number < 0;
DROP TABLE session_by_day;
