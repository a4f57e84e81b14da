#include "readings/store.hpp"

#include <algorithm>

#include "db/joined_sql.hpp"

namespace readings::store {
namespace {

constexpr db::Part entries = R"(
    SELECT number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash, contacts, list_id,
           refused
      FROM reading)";
constexpr db::Part counted = "SELECT count(*) FROM reading";

// The pupil, and whoever was found to be the same child.
constexpr db::Part the_child = R"(
    SELECT p.id FROM pupil p WHERE p.school_id = $1 AND p.id = $2
     UNION ALL
    SELECT m.former_id FROM merging m WHERE m.school_id = $1 AND m.stays_id = $2 AND m.undone_at IS NULL)";
constexpr db::Part about_the_child =
    db::Joined<" WHERE school_id = $1 AND pupil_id IN (", the_child, ")">::part;
constexpr db::Part of_reads = db::Joined<about_the_child, " AND refused IS NULL">::part;
constexpr db::Part of_refusals = db::Joined<about_the_child, " AND refused IS NOT NULL">::part;
// The numbers first, which lie in the index: in their order by itself SQLite would go through the whole log.
constexpr db::Part of_these_numbers = " WHERE school_id = $1 AND number IN (SELECT number FROM reading";
constexpr db::Part on_lists_with_the_child = db::Joined<
    " WHERE school_id = $1 AND list_id IN (SELECT l.list_id FROM reading_list l "
    "WHERE l.school_id = $1 AND l.pupil_id IN (",
    the_child,
    "))">::part;
constexpr db::Part the_newest_first = " ORDER BY number DESC LIMIT $3 OFFSET $4";
// In this order by itself SQLite would go through the whole log for them.
constexpr db::Part put_the_newest_first = " ORDER BY +number DESC LIMIT $3 OFFSET $4";

}  // namespace

Head head(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT number, hash FROM reading_head WHERE school_id = $1";
    return db.one<Head>(sql, school).value_or(before_the_first());
}

void move_head(db::Connection& db, SchoolId school, Head const& head) {
    constexpr db::Sql sql = R"(
        INSERT INTO reading_head (school_id, number, hash) VALUES ($1, $2, $3)
        ON CONFLICT (school_id) DO UPDATE SET number = excluded.number, hash = excluded.hash)";
    db.run(sql, school, head.number, head.hash);
}

void add(db::Connection& db, SchoolId school, Entry const& entry) {
    constexpr db::Sql sql = R"(
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash,
                             contacts, list_id, refused)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))";
    db.run(
        sql,
        school,
        entry.number,
        entry.at,
        entry.by_staff_id,
        entry.by_name,
        entry.pupil_id,
        entry.case_id,
        entry.zone,
        entry.reason,
        entry.page,
        entry.hash,
        entry.contacts,
        entry.list_id,
        entry.refused
    );
}

bool stands_since(db::Connection& db, OfPage const& page, Refusal const& refusal, Instant since) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM reading
         WHERE school_id = $1 AND by_staff_id = $2 AND pupil_id = $3 AND at > $4 AND page = $5 AND refused = $6
           AND refused IS NOT NULL)";
    return db.the<std::int64_t>(
               sql, page.school, page.by_staff_id, refusal.pupil_id, since, page.page, refusal.why
           ) > 0;
}

void keep_list(
    db::Connection& db, SchoolId school, std::string const& list, std::vector<std::string> const& children
) {
    constexpr db::Sql known =
        "SELECT count(*) FROM reading_list WHERE school_id = $1 AND list_id = $2 AND pupil_id = $3";
    if (db.the<std::int64_t>(known, school, list, children.front()) > 0) return;
    // Another server may keep the same list at the same time.
    constexpr db::Sql sql = R"(
        INSERT INTO reading_list (school_id, list_id, pupil_id) VALUES ($1, $2, $3)
        ON CONFLICT (school_id, list_id, pupil_id) DO NOTHING)";
    for (auto const& child : children) db.run(sql, school, list, child);
}

std::vector<std::string> children_of_list(db::Connection& db, SchoolId school, std::string const& list) {
    constexpr db::Sql sql = "SELECT pupil_id FROM reading_list WHERE school_id = $1 AND list_id = $2";
    auto children = db.all<std::string>(sql, school, list);
    // Here, since each engine has an order of its own.
    std::ranges::sort(children);
    return children;
}

std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most) {
    constexpr auto sql =
        db::Joined<entries, " WHERE school_id = $1 AND number >= $2 ORDER BY number LIMIT $3">::sql;
    return db.all<Entry>(sql, school, number, most);
}

std::int64_t count_of_pupil(db::Connection& db, SchoolId school, pupils::PupilId const& pupil) {
    return db.the<std::int64_t>(db::Joined<counted, of_reads>::sql, school, pupil);
}

std::vector<Entry> of_pupil(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
) {
    constexpr auto sql = db::Joined<entries, of_these_numbers, of_reads, ")", the_newest_first>::sql;
    return db.all<Entry>(sql, school, pupil, most, after);
}

std::int64_t count_of_refusals(db::Connection& db, SchoolId school, pupils::PupilId const& pupil) {
    return db.the<std::int64_t>(db::Joined<counted, of_refusals>::sql, school, pupil);
}

std::vector<Entry> refusals_of(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
) {
    constexpr auto sql = db::Joined<entries, of_these_numbers, of_refusals, ")", the_newest_first>::sql;
    return db.all<Entry>(sql, school, pupil, most, after);
}

std::int64_t count_of_lists_with(db::Connection& db, SchoolId school, pupils::PupilId const& pupil) {
    return db.the<std::int64_t>(db::Joined<counted, on_lists_with_the_child>::sql, school, pupil);
}

std::vector<Entry> of_lists_with(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
) {
    constexpr auto sql = db::Joined<
        entries,
        of_these_numbers,
        on_lists_with_the_child,
        put_the_newest_first,
        ") ORDER BY number DESC">::sql;
    return db.all<Entry>(sql, school, pupil, most, after);
}

}  // namespace readings::store
