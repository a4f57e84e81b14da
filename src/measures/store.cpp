#include "measures/store.hpp"

namespace measures::store {

std::vector<Measure> all(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT id, kind, name, least, most, step, concern_when, scale, rated_by, taken_each, meaning,
               from_on, until_on, follows_id, version
          FROM measure
         WHERE school_id = $1
         ORDER BY CASE kind WHEN 'achievement' THEN 0 WHEN 'progress' THEN 1 ELSE 2 END, from_on DESC)";
    return db.all<Measure>(sql, school);
}

std::vector<Measure> standing(db::Connection& db, SchoolId school, Date day) {
    constexpr db::Sql sql = R"(
        SELECT id, kind, name, least, most, step, concern_when, scale, rated_by, taken_each, meaning,
               from_on, until_on, follows_id, version
          FROM measure
         WHERE school_id = $1 AND from_on <= $2 AND (until_on IS NULL OR until_on >= $2)
         ORDER BY CASE kind WHEN 'achievement' THEN 0 WHEN 'progress' THEN 1 ELSE 2 END)";
    return db.all<Measure>(sql, school, day);
}

std::optional<Measure> find(db::Connection& db, SchoolId school, MeasureId const& measure) {
    constexpr db::Sql sql = R"(
        SELECT id, kind, name, least, most, step, concern_when, scale, rated_by, taken_each, meaning,
               from_on, until_on, follows_id, version
          FROM measure
         WHERE school_id = $1 AND id = $2)";
    return db.one<Measure>(sql, school, measure);
}

void add(db::Connection& db, SchoolId school, Measure const& measure) {
    constexpr db::Sql sql = R"(
        INSERT INTO measure (school_id, id, kind, name, least, most, step, concern_when, scale, rated_by, taken_each,
                             meaning, from_on, until_on, follows_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))";
    auto const& what = measure.definition;
    db.run(
        sql,
        school,
        measure.id,
        what.kind,
        what.name,
        what.least,
        what.most,
        what.step,
        what.concern_when,
        what.scale,
        what.rated_by,
        what.taken_each,
        what.meaning,
        measure.from_on,
        measure.until_on,
        measure.follows
    );
}

bool change(db::Connection& db, SchoolId school, Measure const& measure) {
    constexpr db::Sql sql = R"(
        UPDATE measure
           SET name = $1, least = $2, most = $3, step = $4, concern_when = $5, scale = $6, rated_by = $7,
               taken_each = $8, meaning = $9, from_on = $10, until_on = $11, version = version + 1
         WHERE school_id = $12 AND id = $13 AND version = $14)";
    auto const& what = measure.definition;
    return db.run(
               sql,
               what.name,
               what.least,
               what.most,
               what.step,
               what.concern_when,
               what.scale,
               what.rated_by,
               what.taken_each,
               what.meaning,
               measure.from_on,
               measure.until_on,
               school,
               measure.id,
               measure.version
           ) > 0;
}

std::optional<Date> last_scored_on(db::Connection& db, SchoolId school, MeasureId const& measure) {
    constexpr db::Sql sql = R"(
        SELECT t.taken_on
          FROM class_score s
          JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
         WHERE s.school_id = $1 AND s.measure_id = $2
         ORDER BY t.taken_on DESC
         LIMIT 1)";
    return db.one<Date>(sql, school, measure);
}

}  // namespace measures::store
