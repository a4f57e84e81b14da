#include "pupils/family_store.hpp"

namespace pupils::family_store {

std::optional<visits::StaffId> works_as(db::Connection& db, SchoolId school, ContactId const& contact) {
    constexpr db::Sql sql = "SELECT staff_id FROM contact_at_work WHERE school_id = $1 AND contact_id = $2";
    return db.one<visits::StaffId>(sql, school, contact);
}

void note(
    db::Connection& db, SchoolId school, ContactId const& contact, std::optional<visits::StaffId> const& staff
) {
    constexpr db::Sql forget = "DELETE FROM contact_at_work WHERE school_id = $1 AND contact_id = $2";
    constexpr db::Sql add =
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)";
    db.run(forget, school, contact);
    if (staff) db.run(add, school, contact, *staff);
}

bool is_family(db::Connection& db, SchoolId school, PupilId const& pupil, visits::StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT 1
          FROM contact_at_work w
          JOIN pupil_contact l ON l.school_id = w.school_id AND l.contact_id = w.contact_id
         WHERE w.school_id = $1 AND w.staff_id = $2 AND l.pupil_id = $3)";
    return db.one<std::int64_t>(sql, school, staff, pupil).has_value();
}

}  // namespace pupils::family_store
