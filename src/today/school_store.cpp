#include "today/store.hpp"

// What the administrator's Today asks of the people of the school.
namespace today::store {

std::vector<Invited> invited(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name, i.made_at, i.expires_at
          FROM invitation i
          JOIN staff f ON f.school_id = i.school_id AND f.id = i.staff_id AND f.account_id IS NULL
                      AND f.left_on IS NULL
         WHERE i.school_id = $1 AND i.used_at IS NULL AND i.revoked_at IS NULL
         ORDER BY i.made_at, f.id)";
    return db.all<Invited>(sql, school);
}

std::vector<std::string> administrators(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT f.name
          FROM staff f
         WHERE f.school_id = $1 AND f.account_id IS NOT NULL AND (f.left_on IS NULL OR f.left_on > $2)
           AND EXISTS (SELECT 1 FROM role_held r
                        WHERE r.school_id = f.school_id AND r.staff_id = f.id AND r.role = 'administrator'
                          AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2))
         ORDER BY f.name, f.id
         LIMIT 2)";
    return db.all<std::string>(sql, school, day);
}

}  // namespace today::store
