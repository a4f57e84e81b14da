#include "staff/store.hpp"

namespace staff::store {

std::vector<RoleHeld> roles(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT r.id, r.staff_id, r.role, r.class_id, c.name, r.starts_on, r.ends_on
          FROM role_held r
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
         WHERE r.school_id = $1
         ORDER BY r.starts_on, r.id)";
    return db.all<RoleHeld>(sql, school);
}

std::vector<RoleHeld> roles_of(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT r.id, r.staff_id, r.role, r.class_id, c.name, r.starts_on, r.ends_on
          FROM role_held r
          LEFT JOIN class c ON c.school_id = r.school_id AND c.id = r.class_id
         WHERE r.school_id = $1 AND r.staff_id = $2
         ORDER BY r.starts_on, r.id)";
    return db.all<RoleHeld>(sql, school, staff);
}

std::vector<RoleHeld> administrators(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT r.id, r.staff_id, r.role, r.class_id, NULL, r.starts_on, r.ends_on
          FROM role_held r
          JOIN staff f ON f.school_id = r.school_id AND f.id = r.staff_id
         WHERE r.school_id = $1 AND r.role = 'administrator' AND f.account_id IS NOT NULL
           AND (f.left_on IS NULL OR f.left_on > $2)
         ORDER BY r.starts_on, r.id)";
    return db.all<RoleHeld>(sql, school, day);
}

void add(db::Connection& db, SchoolId school, RoleHeld const& role) {
    constexpr db::Sql sql = R"(
        INSERT INTO role_held (school_id, id, staff_id, role, class_id, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    db.run(sql, school, role.id, role.staff, role.role, role.class_id, role.starts_on, role.ends_on);
}

void end_role(db::Connection& db, SchoolId school, RoleHeldId const& role, Date on) {
    constexpr db::Sql sql = "UPDATE role_held SET ends_on = $1 WHERE school_id = $2 AND id = $3";
    db.run(sql, on, school, role);
}

void end_roles(db::Connection& db, SchoolId school, StaffId const& staff, Date on) {
    constexpr db::Sql sql = R"(
        UPDATE role_held SET ends_on = $1
         WHERE school_id = $2 AND staff_id = $3 AND (ends_on IS NULL OR ends_on > $1))";
    db.run(sql, on, school, staff);
}

}  // namespace staff::store
