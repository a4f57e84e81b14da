#include "pupils/naming_store.hpp"

namespace pupils::naming_store {

std::string names_of(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT legal_forename || ' ' || legal_surname || ' ' || preferred_forename || ' ' || preferred_surname
          FROM pupil WHERE school_id = $1 AND id = $2)";
    return db.one<std::string>(sql, school, pupil).value_or(std::string());
}

std::vector<CalledSo> of_children_and_contacts(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, legal_forename || ' ' || legal_surname || ' ' || preferred_forename || ' ' || preferred_surname
          FROM pupil WHERE school_id = $1
         UNION ALL SELECT id, name FROM contact WHERE school_id = $1)";
    return db.all<CalledSo>(sql, school);
}

std::vector<std::string> of_staff_without_family(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT s.name
          FROM staff s
         WHERE s.school_id = $1
           AND NOT EXISTS (SELECT 1 FROM contact_at_work w WHERE w.school_id = s.school_id AND w.staff_id = s.id))";
    return db.all<std::string>(sql, school);
}

}  // namespace pupils::naming_store
