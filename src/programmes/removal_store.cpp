#include "programmes/removal_store.hpp"

namespace programmes::store {

bool had_a_child(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = "SELECT count(*) FROM place WHERE school_id = $1 AND programme_id = $2";
    return db.the<std::int64_t>(sql, school, programme) > 0;
}

void remove(
    db::Connection& db,
    SchoolId school,
    ProgrammeId const& programme,
    std::string const& reason,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO removed_programme (school_id, programme_id, reason, removed_by, removed_at)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school, programme, reason, by, at);
}

std::optional<Removal> removal_of(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT d.reason, f.name, d.removed_at
          FROM removed_programme d
          JOIN staff f ON f.school_id = d.school_id AND f.id = d.removed_by
         WHERE d.school_id = $1 AND d.programme_id = $2)";
    return db.one<Removal>(sql, school, programme);
}

}  // namespace programmes::store
