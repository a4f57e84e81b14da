#include "staff/store.hpp"

namespace staff::store {

std::vector<Person> people(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name, address, account_id, left_on, version
          FROM staff
         WHERE school_id = $1
         ORDER BY name, id)";
    return db.all<Person>(sql, school);
}

std::optional<Person> person(db::Connection& db, SchoolId school, StaffId const& id) {
    constexpr db::Sql sql = R"(
        SELECT id, name, address, account_id, left_on, version
          FROM staff
         WHERE school_id = $1 AND id = $2)";
    return db.one<Person>(sql, school, id);
}

void add(db::Connection& db, SchoolId school, Person const& person) {
    constexpr db::Sql sql = R"(
        INSERT INTO staff (school_id, id, account_id, name, address)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school, person.id, person.account, person.name, person.address);
}

bool change(db::Connection& db, SchoolId school, Person const& person) {
    constexpr db::Sql sql = R"(
        UPDATE staff
           SET name = $1, address = $2, left_on = $3, version = version + 1
         WHERE school_id = $4 AND id = $5 AND version = $6)";
    return db.run(sql, person.name, person.address, person.left_on, school, person.id, person.version) == 1;
}

void lead_to(db::Connection& db, SchoolId school, StaffId const& id, AccountId const& account) {
    constexpr db::Sql sql = R"(
        UPDATE staff SET account_id = $1, version = version + 1
         WHERE school_id = $2 AND id = $3)";
    db.run(sql, account, school, id);
}

std::vector<Named> names(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT id, name
          FROM staff
         WHERE school_id = $1 AND (left_on IS NULL OR left_on > $2)
         ORDER BY name, id)";
    return db.all<Named>(sql, school, day);
}

std::vector<SchoolClass> classes(db::Connection& db, SchoolId school, int school_year) {
    constexpr db::Sql sql = R"(
        SELECT id, name
          FROM class
         WHERE school_id = $1 AND school_year = $2
         ORDER BY name, id)";
    return db.all<SchoolClass>(sql, school, school_year);
}

void end_sign_ins(db::Connection& db, SchoolId school, StaffId const& staff, Instant now) {
    constexpr db::Sql sql = R"(
        UPDATE sign_in SET ended_at = $1
         WHERE school_id = $2 AND staff_id = $3 AND ended_at IS NULL)";
    db.run(sql, now, school, staff);
}

}  // namespace staff::store
