#include "staff/store.hpp"

namespace staff::store {

std::vector<Training> trainings(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, staff_id, kind, name, held_on, expires_on
          FROM training
         WHERE school_id = $1
         ORDER BY held_on DESC, id)";
    return db.all<Training>(sql, school);
}

std::vector<Training> trainings_of(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT id, staff_id, kind, name, held_on, expires_on
          FROM training
         WHERE school_id = $1 AND staff_id = $2
         ORDER BY held_on DESC, id)";
    return db.all<Training>(sql, school, staff);
}

void add(db::Connection& db, SchoolId school, Training const& training) {
    constexpr db::Sql sql = R"(
        INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    db.run(
        sql,
        school,
        training.id,
        training.staff,
        training.kind,
        training.name,
        training.held_on,
        training.expires_on
    );
}

std::vector<Named> trained_nurture_assistants(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name
          FROM staff f
         WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
           AND EXISTS (SELECT 1 FROM role_held r
                        WHERE r.school_id = f.school_id AND r.staff_id = f.id AND r.role = 'nurture_assistant'
                          AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2))
           AND EXISTS (SELECT 1 FROM training t
                        WHERE t.school_id = f.school_id AND t.staff_id = f.id AND t.kind = 'nurture'
                          AND t.held_on <= $2 AND t.expires_on >= $2)
         ORDER BY f.name, f.id)";
    return db.all<Named>(sql, school, day);
}

}  // namespace staff::store
