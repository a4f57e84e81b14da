#include "pupils/class_store.hpp"

namespace pupils::class_store {
namespace {

using MembershipId = Id<struct MembershipTag>;

}  // namespace

int latest_school_year(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql =
        "SELECT coalesce(max(school_year), $1) FROM class WHERE school_id = $2 AND school_year <= $1";
    return db.the<int>(sql, calendar::school_year(day), school);
}

std::vector<SchoolClass> classes(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.year_group, c.school_year, count(m.id)
          FROM class c
          LEFT JOIN class_membership m ON m.school_id = c.school_id AND m.class_id = c.id AND m.ends_on IS NULL
         WHERE c.school_id = $1
           AND c.school_year = $2
         GROUP BY c.id, c.name, c.year_group, c.school_year
         ORDER BY CASE c.year_group WHEN 'N' THEN 0 WHEN 'R' THEN 1 ELSE 2 END, length(c.year_group), c.year_group,
                  c.name)";
    return db.all<SchoolClass>(sql, school, latest_school_year(db, school, day));
}

std::optional<SchoolClass> find(db::Connection& db, SchoolId school, ClassId const& class_id) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.year_group, c.school_year,
               (SELECT count(*) FROM class_membership m
                 WHERE m.school_id = c.school_id AND m.class_id = c.id AND m.ends_on IS NULL)
          FROM class c
         WHERE c.school_id = $1 AND c.id = $2)";
    return db.one<SchoolClass>(sql, school, class_id);
}

std::vector<Pupil> pupils_of(db::Connection& db, SchoolId school, ClassId const& class_id) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename) AS forename,
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname) AS surname, p.year_group, c.id, c.name
          FROM class_membership m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
          JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE m.school_id = $1 AND m.class_id = $2 AND m.ends_on IS NULL
         ORDER BY surname, forename, p.id)";
    return db.all<Pupil>(sql, school, class_id);
}

void add(db::Connection& db, SchoolId school, SchoolClass const& a_class) {
    constexpr db::Sql sql =
        "INSERT INTO class (school_id, id, name, year_group, school_year) VALUES ($1, $2, $3, $4, $5)";
    db.run(sql, school, a_class.id, a_class.name, a_class.year_group, a_class.school_year);
}

void join(
    db::Connection& db, SchoolId school, PupilId const& pupil, ClassId const& class_id, Date day, Instant now
) {
    constexpr db::Sql begin = R"(
        INSERT INTO class_membership (school_id, id, pupil_id, class_id, starts_on) VALUES ($1, $2, $3, $4, $5))";
    leave(db, school, pupil, day - 1);
    db.run(begin, school, MembershipId::make(now), pupil, class_id, day);
}

void leave(db::Connection& db, SchoolId school, PupilId const& pupil, Date last_day) {
    constexpr db::Sql forget = R"(
        DELETE FROM class_membership
         WHERE school_id = $1 AND pupil_id = $2 AND ends_on IS NULL AND starts_on > $3)";
    constexpr db::Sql end = R"(
        UPDATE class_membership SET ends_on = $1 WHERE school_id = $2 AND pupil_id = $3 AND ends_on IS NULL)";
    db.run(forget, school, pupil, last_day);
    db.run(end, last_day, school, pupil);
}

std::vector<Membership> memberships(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, m.starts_on, m.ends_on
          FROM class_membership m
          JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE m.school_id = $1 AND m.pupil_id = $2
         ORDER BY m.starts_on DESC)";
    return db.all<Membership>(sql, school, pupil);
}

}  // namespace pupils::class_store
