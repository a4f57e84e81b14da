#include "demonstration/store.hpp"

namespace demonstration::store {

void mark_as_demonstration(db::Connection& db) {
    db.run("INSERT INTO installation (name, value) VALUES ('made_as', 'demonstration')");
}

bool is_empty(db::Connection& db) { return db.the<std::int64_t>("SELECT count(*) FROM school") == 0; }

void add_account(
    db::Connection& db, visits::AccountId const& account, std::string const& address, Instant now
) {
    db.run("INSERT INTO account (id, address, made_at) VALUES ($1, $2, $3)", account, address, now);
}

std::vector<SchoolName> schools(db::Connection& db) {
    return db.all<SchoolName>("SELECT id, name FROM school WHERE kind = 'school' ORDER BY id");
}

std::vector<Somebody> people(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.account_id, f.name, r.role, coalesce(c.name, '')
          FROM role_held r
          JOIN staff f ON f.school_id = r.school_id AND f.id = r.staff_id
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
         WHERE r.school_id = $1 AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2)
           AND (f.left_on IS NULL OR f.left_on > $2) AND f.account_id IS NOT NULL
         ORDER BY r.role, c.name, f.name)";
    return db.all<Somebody>(sql, school, day);
}

std::optional<Parent> parent_asked(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT r.case_id, r.contact_id, k.name, t.relationship,
               coalesce(nullif(p.preferred_forename, ''), p.legal_forename), p.born_on
          FROM consent_request r
          JOIN nurture_case n ON n.school_id = r.school_id AND n.id = r.case_id AND n.closed_at IS NULL
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id AND p.left_on IS NULL
          JOIN contact k ON k.school_id = r.school_id AND k.id = r.contact_id
          JOIN pupil_contact t ON t.school_id = p.school_id AND t.pupil_id = p.id AND t.contact_id = k.id
         WHERE r.school_id = $1 AND t.is_parent = 1
           AND NOT EXISTS (SELECT 1 FROM consent_answer a WHERE a.school_id = r.school_id AND a.case_id = r.case_id)
         ORDER BY r.asked_at DESC, r.id
         LIMIT 1)";
    return db.one<Parent>(sql, school);
}

std::optional<visits::AccountId> account_of(
    db::Connection& db, SchoolId school, visits::StaffId const& staff
) {
    constexpr db::Sql sql =
        "SELECT account_id FROM staff WHERE school_id = $1 AND id = $2 AND account_id IS NOT NULL";
    return db.one<visits::AccountId>(sql, school, staff);
}

}  // namespace demonstration::store
