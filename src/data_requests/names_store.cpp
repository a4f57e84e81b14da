#include "data_requests/names_store.hpp"

namespace data_requests::names_store {

std::vector<Named> all(db::Connection& db, SchoolId school, std::optional<PupilId> const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT id, name FROM staff WHERE school_id = $1
         UNION ALL SELECT id, name FROM contact WHERE school_id = $1
         UNION ALL SELECT id, name FROM target_area WHERE school_id = $1
         UNION ALL SELECT id, name FROM room WHERE school_id = $1
         UNION ALL SELECT id, name FROM class WHERE school_id = $1
         UNION ALL SELECT id, name FROM measure WHERE school_id = $1)";
    constexpr db::Sql of_the_pupil = R"(
        SELECT t.id, t.words
          FROM place p
          JOIN target t ON t.school_id = p.school_id AND t.place_id = p.id
         WHERE p.school_id = $1 AND p.pupil_id = $2
         UNION
        SELECT t.id, c.name || ' on ' || t.taken_on
          FROM class_score s
          JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
          JOIN class c ON c.school_id = t.school_id AND c.id = t.class_id
         WHERE s.school_id = $1 AND s.pupil_id = $2)";
    auto names = db.all<Named>(sql, school);
    if (!pupil) return names;
    for (auto& own : db.all<Named>(of_the_pupil, school, *pupil)) names.push_back(std::move(own));
    return names;
}

std::vector<ChildOfContact> children_of(db::Connection& db, SchoolId school, ContactId const& contact) {
    constexpr db::Sql sql = R"(
        SELECT p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END || ' ' ||
                     CASE p.preferred_surname WHEN '' THEN p.legal_surname ELSE p.preferred_surname END
          FROM pupil_contact l
          JOIN pupil p ON p.school_id = l.school_id AND p.id = l.pupil_id
         WHERE l.school_id = $1 AND l.contact_id = $2
         ORDER BY p.id)";
    return db.all<ChildOfContact>(sql, school, contact);
}

}  // namespace data_requests::names_store
