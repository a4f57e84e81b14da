-- What is asked of who may know lies in its indexes: whose class it is on a day, and every answer of an agreement.
DROP INDEX membership_of_class;
CREATE INDEX membership_of_class ON class_membership (school_id, class_id, ends_on, pupil_id, starts_on);
DROP INDEX answers_to_roles;
CREATE INDEX answers_of_agreement
    ON agreed_share (school_id, agreement_id, role, zone, answer, until_on, id, staff_id);
