-- A yes has an end and covers what was asked. How many weeks it holds is the policy's (Y1); an answer carries its own
-- last day, so that a later version shortens nothing. Answers recorded before this have no end: nobody named one.
ALTER TABLE policy_version ADD COLUMN consent_weeks INTEGER NOT NULL DEFAULT 52 CHECK (consent_weeks BETWEEN 1 AND 260);

-- The form of programme that a letter spoke of, and the form to which an answer is one. None: the letter left it open,
-- or the answer is older than this column; such a yes covers either form (C3).
ALTER TABLE consent_request ADD COLUMN form TEXT CHECK (form IN ('one_to_one', 'group'));
ALTER TABLE consent_answer ADD COLUMN form TEXT CHECK (form IN ('one_to_one', 'group'));
UPDATE consent_request
   SET form = (SELECT p.form FROM prioritisation p
                WHERE p.school_id = consent_request.school_id AND p.case_id = consent_request.case_id
                  AND p.made_at <= consent_request.asked_at
                ORDER BY p.made_at DESC, p.id DESC LIMIT 1);

-- Why a group may start with fewer children than the policy's least (G1): `bounds_reason` is about places.
ALTER TABLE programme ADD COLUMN few_children_reason TEXT NOT NULL DEFAULT '';

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
  FROM consent_answer a
 WHERE a.answer <> 'decided_to_go_ahead';

CREATE TRIGGER place_needs_consent_to_its_form BEFORE INSERT ON place
WHEN 0 = (SELECT max(v.form IS NULL OR v.form = g.form)
            FROM programme g
            JOIN consent_voice v ON v.school_id = g.school_id AND v.case_id = NEW.case_id
           WHERE g.school_id = NEW.school_id AND g.id = NEW.programme_id AND v.agrees = 1
             AND v.from_on <= NEW.allocated_on AND NEW.allocated_on < v.until_on)
BEGIN SELECT RAISE(ABORT, 'consent_to_another_form'); END;

-- only postgresql
CREATE FUNCTION consent_covers(school INTEGER, the_case TEXT, the_form TEXT, day TEXT) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
               SELECT 1 FROM consent_answer a
                WHERE a.school_id = school AND a.case_id = the_case AND a.answered_on <= day
                  AND a.answer = 'given' AND (a.expires_on IS NULL OR a.expires_on >= day)
                  AND (a.form IS NULL OR a.form = the_form)
                  AND NOT EXISTS (
                          SELECT 1 FROM consent_answer b
                           WHERE b.school_id = school AND b.case_id = the_case AND b.answered_on <= day
                             AND b.contact_id = a.contact_id
                             AND (b.answered_on > a.answered_on
                                  OR b.answered_on = a.answered_on AND b.number > a.number)))
$$;
-- By its name it comes after guard_place, which waits for answers at the case and asks whether consent is in force.
CREATE FUNCTION guard_place_by_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT consent_covers(NEW.school_id, NEW.case_id,
                          (SELECT form FROM programme WHERE school_id = NEW.school_id AND id = NEW.programme_id),
                          NEW.allocated_on) THEN
        RAISE EXCEPTION 'consent_to_another_form' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_place_by_form BEFORE INSERT ON place FOR EACH ROW EXECUTE FUNCTION guard_place_by_form();
