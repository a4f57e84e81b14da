-- Answers count in the order of the days on which they were given, and those of one day in the order in which they were
-- recorded: a slip of October that comes in after a withdrawal of November lifts nothing. A decision to go ahead
-- settles only what was on record when it was made, so a late slip that objects still stops.

-- Why the SENCo knew that this person is usually not asked, and asked them all the same. A link opens only while nothing
-- more than that stands against it.
ALTER TABLE consent_link ADD COLUMN although TEXT CHECK (although IN ('no_responsibility', 'restricted'));

-- only sqlite
DROP VIEW consent_voice;
CREATE VIEW consent_voice AS
SELECT a.school_id, a.case_id, a.answer = 'given' AS agrees, a.answered_on AS from_on,
       min(coalesce(date(a.expires_on, '+1 day'), '9999-12-31'),
           coalesce((SELECT min(b.answered_on) FROM consent_answer b
                      WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                        AND (b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)
                             OR b.answer = 'decided_to_go_ahead' AND a.answer <> 'given'
                             AND b.answered_on >= a.answered_on AND b.number > a.number)), '9999-12-31')) AS until_on
  FROM consent_answer a
 WHERE a.answer <> 'decided_to_go_ahead';

-- only postgresql
CREATE OR REPLACE FUNCTION consent_in_force(school INTEGER, the_case TEXT, day TEXT) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= day)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)))
       AND NOT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND (b.contact_id = a.contact_id
                                  AND (b.answered_on > a.answered_on
                                       OR b.answered_on = a.answered_on AND b.number > a.number)
                                  OR b.answer = 'decided_to_go_ahead'
                                  AND b.answered_on >= a.answered_on AND b.number > a.number)))
$$;
