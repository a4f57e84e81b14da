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

std::vector<OfTheSchool> of_the_school(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT name, '' FROM room WHERE school_id = $1
         UNION SELECT name, '' FROM class WHERE school_id = $1
         UNION SELECT g.name, COALESCE(u.legal_forename || ' ' || u.legal_surname || ' ' || u.preferred_forename ||
                                       ' ' || u.preferred_surname, '')
                 FROM programme g
                 LEFT JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id
                 LEFT JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
                WHERE g.school_id = $1)";
    return db.all<OfTheSchool>(sql, school);
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
