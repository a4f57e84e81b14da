#include "programmes/naming_store.hpp"

namespace programmes::store {

std::vector<CalledSo> names_of_children(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        SELECT u.id, u.legal_forename || ' ' || u.legal_surname || ' ' || u.preferred_forename || ' ' ||
                     u.preferred_surname
          FROM place p
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
         WHERE p.school_id = $1 AND p.programme_id = $2
         ORDER BY p.allocated_at, p.id)";
    return db.all<CalledSo>(sql, school, programme);
}

bool rename(db::Connection& db, SchoolId school, Programme const& before, std::string const& name) {
    constexpr db::Sql sql = R"(
        UPDATE programme SET name = $1, version = version + 1 WHERE school_id = $2 AND id = $3 AND version = $4)";
    return db.run(sql, name, school, before.id, before.version) == 1;
}

}  // namespace programmes::store
