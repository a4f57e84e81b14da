-- A yes counts while whoever gave it has a say for the child: today they hold parental responsibility and no court order
-- restricts contact, or nothing stands against them but what was known when their answer was taken (C1, C7). Nobody
-- records from which day on that is so, and the school often hears late, so every day is judged by what is known today.
-- A no stands although they have lost their say: what somebody edits or imports about an adult never starts support.

-- What stood against asking this person, and was known when their answer was taken all the same.
ALTER TABLE consent_answer ADD COLUMN although TEXT CHECK (although IN ('no_responsibility', 'restricted'));

-- Answers of before were taken as knowingly as their letter was sent.
-- only sqlite
DROP TRIGGER consent_answer_is_never_changed;
-- only postgresql
DROP TRIGGER consent_answer_is_never_changed ON consent_answer;
-- both
UPDATE consent_answer
   SET although = (SELECT l.although FROM consent_link l
                    WHERE l.school_id = consent_answer.school_id AND l.case_id = consent_answer.case_id
                      AND l.contact_id = consent_answer.contact_id AND l.made_at <= consent_answer.received_at
                    ORDER BY l.made_at DESC LIMIT 1);
-- only sqlite
CREATE TRIGGER consent_answer_is_never_changed BEFORE UPDATE ON consent_answer
BEGIN SELECT RAISE(ABORT, 'answers_stay'); END;
-- only postgresql
CREATE TRIGGER consent_answer_is_never_changed BEFORE UPDATE ON consent_answer
    FOR EACH ROW EXECUTE FUNCTION refuse('answers_stay');
-- both

-- Every answer, and whether who gave it has a say today. A decision is the school's own.
CREATE VIEW consent_said AS
SELECT a.school_id, a.case_id, a.number, a.contact_id, a.answer, a.route, a.answered_on, a.received_at, a.recorded_by,
       a.witness, a.reason, a.expires_on, a.form, a.although,
       CASE WHEN a.contact_id IS NULL THEN 1
            WHEN p.contact_id IS NULL THEN 0
            WHEN p.restriction <> '' THEN CASE a.although WHEN 'restricted' THEN 1 ELSE 0 END
            WHEN p.responsibility = 0 THEN CASE a.although WHEN 'no_responsibility' THEN 1 ELSE 0 END
            ELSE 1 END AS has_a_say
  FROM consent_answer a
  JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
  LEFT JOIN pupil_contact p ON p.school_id = n.school_id AND p.pupil_id = n.pupil_id AND p.contact_id = a.contact_id;

-- only sqlite
DROP VIEW consent_voice;
CREATE VIEW consent_voice AS
SELECT a.school_id, a.case_id, a.answer = 'given' AS agrees, a.form, a.answered_on AS from_on,
       min(coalesce(date(a.expires_on, '+1 day'), '9999-12-31'),
           coalesce((SELECT min(b.answered_on) FROM consent_answer b
                      WHERE b.school_id = a.school_id AND b.case_id = a.case_id
                        AND (b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)
                             OR b.answer = 'decided_to_go_ahead' AND a.answer <> 'given'
                             AND b.answered_on >= a.answered_on AND b.number > a.number)), '9999-12-31')) AS until_on
  FROM consent_said a
 WHERE a.answer <> 'decided_to_go_ahead' AND (a.answer <> 'given' OR a.has_a_say = 1);

-- only postgresql
-- In PL/pgSQL, which keeps its plan, since every gate asks.
CREATE OR REPLACE FUNCTION consent_in_force(school INTEGER, the_case TEXT, day TEXT) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
               SELECT 1 FROM consent_said a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND a.has_a_say = 1 AND (a.expires_on IS NULL OR a.expires_on >= day)
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
                                  AND b.answered_on >= a.answered_on AND b.number > a.number)));
END $$;
CREATE OR REPLACE FUNCTION consent_covers(school INTEGER, the_case TEXT, the_form TEXT, day TEXT) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
               SELECT 1 FROM consent_said a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND a.has_a_say = 1 AND (a.expires_on IS NULL OR a.expires_on >= day)
                  AND (a.form IS NULL OR a.form = the_form)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)));
END $$;

-- Who loses their say and a session that is held in the same second wait for each other at the child's cases, as an
-- answer does (0008): the one who waited begins anew, and sees it.
CREATE FUNCTION say_waits_for_the_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM nurture_case WHERE school_id = NEW.school_id AND pupil_id = NEW.pupil_id ORDER BY id FOR UPDATE;
    UPDATE nurture_case SET opened_at = opened_at WHERE school_id = NEW.school_id AND pupil_id = NEW.pupil_id;
    RETURN NEW;
END $$;
CREATE TRIGGER say_waits_for_the_cases BEFORE UPDATE OF responsibility, restriction ON pupil_contact
    FOR EACH ROW WHEN (NEW.responsibility <> OLD.responsibility OR NEW.restriction <> OLD.restriction)
    EXECUTE FUNCTION say_waits_for_the_cases();
-- both
