-- What a list asks of who may know (N5) lies in its indexes: who is in a class now, and what the child answered to each role.
DROP INDEX membership_of_class;
CREATE INDEX membership_of_class ON class_membership (school_id, class_id, ends_on, pupil_id);
CREATE INDEX answers_to_roles ON agreed_share (school_id, agreement_id, role, zone, answer, until_on, id) WHERE role IS NOT NULL;
