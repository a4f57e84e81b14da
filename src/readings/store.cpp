#include "readings/store.hpp"

namespace readings::store {

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
        INSERT INTO reading (school_id, number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";
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
        entry.hash
    );
}

std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash
          FROM reading
         WHERE school_id = $1 AND number >= $2
         ORDER BY number
         LIMIT $3)";
    return db.all<Entry>(sql, school, number, most);
}

std::int64_t count_of_pupil(db::Connection& db, SchoolId school, pupils::PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM reading
         WHERE school_id = $1
           AND pupil_id IN (SELECT p.id FROM pupil p WHERE p.school_id = $1 AND p.id = $2
                            UNION ALL
                            SELECT m.former_id FROM merging m
                             WHERE m.school_id = $1 AND m.stays_id = $2 AND m.undone_at IS NULL))";
    return db.the<std::int64_t>(sql, school, pupil);
}

std::vector<Entry> of_pupil(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
) {
    constexpr db::Sql sql = R"(
        SELECT number, at, by_staff_id, by_name, pupil_id, case_id, zone, reason, page, hash
          FROM reading
         WHERE school_id = $1
           AND pupil_id IN (SELECT p.id FROM pupil p WHERE p.school_id = $1 AND p.id = $2
                            UNION ALL
                            SELECT m.former_id FROM merging m
                             WHERE m.school_id = $1 AND m.stays_id = $2 AND m.undone_at IS NULL)
         ORDER BY number DESC
         LIMIT $3 OFFSET $4)";
    return db.all<Entry>(sql, school, pupil, most, after);
}

}  // namespace readings::store
