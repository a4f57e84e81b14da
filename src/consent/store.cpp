#include "consent/store.hpp"

#include "child_keys/about.hpp"

namespace consent::store {

std::vector<Received> history(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT number, contact_id, answer, route, answered_on, received_at, recorded_by, witness, reason, expires_on,
               form, although, has_a_say
          FROM consent_said
         WHERE school_id = $1 AND case_id = $2
         ORDER BY number)";
    return db.all<Received>(sql, school, the_case);
}

int add(db::Connection& db, SchoolId school, CaseId const& the_case, Received const& received) {
    constexpr db::Sql next_number = R"(
        SELECT coalesce(max(number), 0) + 1 FROM consent_answer WHERE school_id = $1 AND case_id = $2)";
    constexpr db::Sql sql = R"(
        INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                    received_at, recorded_by, witness, reason, expires_on, form, although)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))";

    auto const number = db.the<int>(next_number, school, the_case);
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        the_case,
        number,
        received.by,
        received.answer,
        received.route,
        received.answered_on,
        received.received_at,
        received.recorded_by,
        received.witness,
        about(received.reason),
        received.expires_on,
        received.form,
        received.although
    );
    return number;
}

std::vector<Request> requests(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT r.id, r.contact_id, c.name, r.letter_id, r.asked_at, r.form
          FROM consent_request r
          JOIN contact c ON c.school_id = r.school_id AND c.id = r.contact_id
         WHERE r.school_id = $1 AND r.case_id = $2
         ORDER BY r.asked_at, r.id)";
    return db.all<Request>(sql, school, the_case);
}

void add_request(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    Request const& request,
    StaffId const& asked_by
) {
    constexpr db::Sql sql = R"(
        INSERT INTO consent_request (school_id, id, case_id, contact_id, letter_id, asked_at, asked_by, form)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        request.id,
        the_case,
        request.contact,
        request.letter,
        request.asked_at,
        asked_by,
        request.form
    );
}

std::vector<pupils::Contact> respondents(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.address, c.telephone, c.postal_address, c.language, c.needs, p.relationship,
               p.is_parent, p.responsibility, p.lives_with, p.restriction
          FROM nurture_case n
          JOIN pupil_contact p ON p.school_id = n.school_id AND p.pupil_id = n.pupil_id
          JOIN contact c ON c.school_id = p.school_id AND c.id = p.contact_id
         WHERE n.school_id = $1 AND n.id = $2
           AND (p.responsibility = 1
                OR EXISTS (SELECT 1 FROM consent_answer a
                            WHERE a.school_id = n.school_id AND a.case_id = n.id AND a.contact_id = c.id))
         ORDER BY c.name, c.id)";
    return db.all<pupils::Contact>(sql, school, the_case);
}

}  // namespace consent::store
