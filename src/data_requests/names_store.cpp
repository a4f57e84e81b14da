#include "data_requests/names_store.hpp"

namespace data_requests::names_store {

std::vector<Named> all(db::Connection& db, SchoolId school, std::optional<PupilId> const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM staff WHERE school_id = $1
         UNION ALL SELECT id, name FROM contact WHERE school_id = $1
         UNION ALL SELECT id, name FROM target_area WHERE school_id = $1
         UNION ALL SELECT id, name FROM room WHERE school_id = $1
         UNION ALL SELECT id, name FROM class WHERE school_id = $1)";
    constexpr db::Sql of_targets = R"(
        SELECT t.id, t.words
          FROM place p
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id
         WHERE p.school_id = $1 AND p.pupil_id = $2)";
    auto names = db.all<Named>(sql, school);
    if (pupil)
        for (auto& target : db.all<Named>(of_targets, school, *pupil)) names.push_back(std::move(target));
    return names;
}

}  // namespace data_requests::names_store
