#include "schools/store.hpp"

#include <algorithm>
#include <tuple>

namespace schools::store {
namespace {

struct TermOrClosure {
    std::optional<TermId> term;
    std::optional<ClosureId> closure;
    std::string name;
    Date starts_on;
    Date ends_on;
    int version = 1;
    auto columns() { return std::tie(term, closure, name, starts_on, ends_on, version); }
};

}  // namespace

bool any_school(db::Connection& db) {
    constexpr db::Sql sql =
        "SELECT count(*) FROM (SELECT 1 FROM school WHERE kind = 'school' LIMIT 1) AS first";
    return db.the<std::int64_t>(sql) > 0;
}

SchoolId next_school(db::Connection& db) {
    constexpr db::Sql sql = "SELECT coalesce(max(id), 0) + 1 FROM school";
    return db.the<SchoolId>(sql);
}

void add(db::Connection& db, School const& school, Instant now) {
    constexpr db::Sql sql = R"(
        INSERT INTO school (id, name, telephone, cpoms_address, made_at)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school.id, school.name, school.telephone, school.cpoms_address, now);
}

std::optional<School> school(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name, telephone, cpoms_address, version, impact_weeks
          FROM school
         WHERE id = $1)";
    return db.one<School>(sql, school);
}

bool change(db::Connection& db, SchoolId school, int version, Details const& details) {
    constexpr db::Sql sql = R"(
        UPDATE school
           SET name = $1, telephone = $2, cpoms_address = $3, version = version + 1
         WHERE id = $4 AND version = $5)";
    return db.run(sql, details.name, details.telephone, details.cpoms_address, school, version) == 1;
}

std::vector<Term> terms(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name, starts_on, ends_on, version
          FROM term
         WHERE school_id = $1
         ORDER BY starts_on, id)";
    return db.all<Term>(sql, school);
}

std::vector<Closure> closures(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name, starts_on, ends_on
          FROM closure
         WHERE school_id = $1
         ORDER BY starts_on, id)";
    return db.all<Closure>(sql, school);
}

// In one statement, since most homes and every case ask for them.
OpenDays open_days(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, CAST(NULL AS TEXT), name, starts_on, ends_on, version FROM term WHERE school_id = $1
         UNION ALL
        SELECT NULL, id, name, starts_on, ends_on, 1 FROM closure WHERE school_id = $1)";
    OpenDays days;
    for (auto& row : db.all<TermOrClosure>(sql, school)) {
        if (row.term)
            days.terms.push_back({*row.term, std::move(row.name), row.starts_on, row.ends_on, row.version});
        else
            days.closures.push_back({row.closure.value(), std::move(row.name), row.starts_on, row.ends_on});
    }
    // Here, since SQLite sorts both kinds of them apart and then together.
    auto const in_their_order = [](auto const& days_of_one) {
        return std::tuple(days_of_one.starts_on, days_of_one.id);
    };
    std::ranges::sort(days.terms, {}, in_their_order);
    std::ranges::sort(days.closures, {}, in_their_order);
    return days;
}

std::optional<OpenDays> days_that_count(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT impact_weeks FROM school WHERE id = $1";
    if (db.one<ImpactWeeks>(sql, school) != ImpactWeeks::school) return std::nullopt;
    return open_days(db, school);
}

void set_impact_weeks(db::Connection& db, SchoolId school, ImpactWeeks weeks) {
    constexpr db::Sql sql = "UPDATE school SET impact_weeks = $1 WHERE id = $2";
    db.run(sql, weeks, school);
}

void add(db::Connection& db, SchoolId school, Term const& term) {
    constexpr db::Sql sql = R"(
        INSERT INTO term (school_id, id, name, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school, term.id, term.name, term.starts_on, term.ends_on);
}

bool change(db::Connection& db, SchoolId school, Term const& term) {
    constexpr db::Sql sql = R"(
        UPDATE term
           SET name = $1, starts_on = $2, ends_on = $3, version = version + 1
         WHERE school_id = $4 AND id = $5 AND version = $6)";
    return db.run(sql, term.name, term.starts_on, term.ends_on, school, term.id, term.version) == 1;
}

void remove(db::Connection& db, SchoolId school, TermId const& term) {
    constexpr db::Sql sql = "DELETE FROM term WHERE school_id = $1 AND id = $2";
    db.run(sql, school, term);
}

void add(db::Connection& db, SchoolId school, Closure const& closure) {
    constexpr db::Sql sql = R"(
        INSERT INTO closure (school_id, id, name, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, $5))";
    db.run(sql, school, closure.id, closure.name, closure.starts_on, closure.ends_on);
}

void remove(db::Connection& db, SchoolId school, ClosureId const& closure) {
    constexpr db::Sql sql = "DELETE FROM closure WHERE school_id = $1 AND id = $2";
    db.run(sql, school, closure);
}

std::vector<Room> rooms(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, name
          FROM room
         WHERE school_id = $1 AND closed_on IS NULL
         ORDER BY name, id)";
    return db.all<Room>(sql, school);
}

std::optional<Room> room(db::Connection& db, SchoolId school, RoomId const& room) {
    constexpr db::Sql sql = "SELECT id, name FROM room WHERE school_id = $1 AND id = $2";
    return db.one<Room>(sql, school, room);
}

void add(db::Connection& db, SchoolId school, Room const& room) {
    constexpr db::Sql sql = "INSERT INTO room (school_id, id, name) VALUES ($1, $2, $3)";
    db.run(sql, school, room.id, room.name);
}

void close(db::Connection& db, SchoolId school, RoomId const& room, Date on) {
    constexpr db::Sql sql = R"(
        UPDATE room SET closed_on = $1
         WHERE school_id = $2 AND id = $3 AND closed_on IS NULL)";
    db.run(sql, on, school, room);
}

Readiness readiness(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT CASE WHEN EXISTS (SELECT 1 FROM term WHERE school_id = $1 AND ends_on >= $2) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM room WHERE school_id = $1 AND closed_on IS NULL) THEN 1 ELSE 0 END,
               CASE WHEN (SELECT count(*) FROM staff
                           WHERE school_id = $1 AND account_id IS NOT NULL
                             AND (left_on IS NULL OR left_on > $2)) > 1
                     AND NOT EXISTS (SELECT 1 FROM staff f
                                      WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
                                        AND (f.account_id IS NOT NULL
                                             OR EXISTS (SELECT 1 FROM invitation i
                                                         WHERE i.school_id = f.school_id AND i.staff_id = f.id
                                                           AND i.used_at IS NULL AND i.revoked_at IS NULL))
                                        AND NOT EXISTS (SELECT 1 FROM role_held h
                                                         WHERE h.school_id = f.school_id AND h.staff_id = f.id))
                    THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM training t
                                   JOIN role_held r ON r.school_id = t.school_id AND r.staff_id = t.staff_id
                                                   AND r.role = 'nurture_assistant' AND r.starts_on <= $2
                                                   AND (r.ends_on IS NULL OR r.ends_on >= $2)
                                  WHERE t.school_id = $1 AND t.kind = 'nurture'
                                    AND t.held_on <= $2 AND t.expires_on >= $2) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM pupil WHERE school_id = $1) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM letter_template WHERE school_id = $1) THEN 1 ELSE 0 END,
               CASE WHEN (SELECT sum(version) FROM policy_version WHERE school_id = $1) > 1 THEN 1 ELSE 0 END)";
    return db.the<Readiness>(sql, school, today);
}

}  // namespace schools::store
