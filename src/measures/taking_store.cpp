#include "measures/taking_store.hpp"

namespace measures::taking_store {
namespace {

// One pupil in one taking.
struct Counted {
    Taking taking;
    PupilId pupil;
    int asked = 0;
    int entered = 0;
    auto columns() { return std::tuple_cat(taking.columns(), std::tie(pupil, asked, entered)); }
};

}  // namespace

std::optional<Taking> find(db::Connection& db, SchoolId school, ClassId const& class_id, Date day) {
    constexpr db::Sql sql = R"(
        SELECT id, class_id, taken_on FROM class_taking WHERE school_id = $1 AND class_id = $2 AND taken_on = $3)";
    return db.one<Taking>(sql, school, class_id, day);
}

std::vector<TakingSoFar> all_of(
    db::Connection& db, SchoolId school, ClassId const& class_id, std::set<PupilId> const& left_out
) {
    // Of each taking, everybody who was in the class on its day: how many measures stood then, and in how
    // many of them the pupil has a score.
    constexpr db::Sql sql = R"(
        SELECT t.id, t.class_id, t.taken_on, c.pupil_id,
               (SELECT count(*) FROM measure m
                 WHERE m.school_id = $1 AND m.from_on <= t.taken_on
                   AND (m.until_on IS NULL OR m.until_on >= t.taken_on)),
               (SELECT count(s.score) FROM class_score s
                 WHERE s.school_id = $1 AND s.taking_id = t.id AND s.pupil_id = c.pupil_id)
          FROM class_taking t
          JOIN class_membership c ON c.school_id = t.school_id AND c.class_id = t.class_id
           AND c.starts_on <= t.taken_on AND (c.ends_on IS NULL OR c.ends_on >= t.taken_on)
         WHERE t.school_id = $1 AND t.class_id = $2
         ORDER BY t.taken_on DESC)";
    std::vector<TakingSoFar> all;
    for (auto const& [taking, pupil, asked, entered] : db.all<Counted>(sql, school, class_id)) {
        if (left_out.contains(pupil)) continue;
        if (all.empty() || all.back().taking.id != taking.id) all.push_back({.taking = taking});
        auto& so_far = all.back();
        ++so_far.pupils;
        if (entered >= asked) ++so_far.complete;
        if (entered > 0) ++so_far.begun;
    }
    std::erase_if(all, [](TakingSoFar const& one) { return one.begun == 0; });
    return all;
}

void add(db::Connection& db, SchoolId school, Taking const& taking, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO class_taking (school_id, id, class_id, taken_on, begun_by, begun_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    db.run(sql, school, taking.id, taking.class_id, taking.taken_on, by, at);
}

std::vector<pupils::Pupil> pupils_on(db::Connection& db, SchoolId school, ClassId const& class_id, Date day) {
    constexpr db::Sql sql = R"(
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename) AS forename,
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname) AS surname, p.year_group, k.id, k.name
          FROM class k
          JOIN (SELECT m.pupil_id FROM class_membership m
                 WHERE m.school_id = $1 AND m.class_id = $2 AND m.starts_on <= $3
                   AND (m.ends_on IS NULL OR m.ends_on >= $3)
                 UNION
                SELECT s.pupil_id
                  FROM class_taking t
                  JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id
                 WHERE t.school_id = $1 AND t.class_id = $2 AND t.taken_on = $3) c ON 1 = 1
          JOIN pupil p ON p.school_id = k.school_id AND p.id = c.pupil_id
         WHERE k.school_id = $1 AND k.id = $2
         ORDER BY surname, forename, p.id)";
    return db.all<pupils::Pupil>(sql, school, class_id, day);
}

std::vector<PupilId> members_on(db::Connection& db, SchoolId school, ClassId const& class_id, Date day) {
    constexpr db::Sql sql = R"(
        SELECT m.pupil_id
          FROM class_membership m
         WHERE m.school_id = $1 AND m.class_id = $2 AND m.starts_on <= $3
           AND (m.ends_on IS NULL OR m.ends_on >= $3))";
    return db.all<PupilId>(sql, school, class_id, day);
}

std::vector<InClassToday> classes_today(
    db::Connection& db, SchoolId school, ClassId const& class_id, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT m.pupil_id, m.class_id, k.name
          FROM class_membership o
          JOIN class_membership m ON m.school_id = o.school_id AND m.pupil_id = o.pupil_id
           AND m.starts_on <= $1 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN class k ON k.school_id = m.school_id AND k.id = m.class_id
         WHERE o.school_id = $2 AND o.class_id = $3)";
    return db.all<InClassToday>(sql, today, school, class_id);
}

std::vector<Score> scores_of(db::Connection& db, SchoolId school, TakingId const& taking) {
    constexpr db::Sql sql = R"(
        SELECT id, taking_id, measure_id, pupil_id, score, version
          FROM class_score
         WHERE school_id = $1 AND taking_id = $2
         ORDER BY pupil_id, measure_id)";
    return db.all<Score>(sql, school, taking);
}

std::vector<LastScore> last_scores(db::Connection& db, SchoolId school, ClassId const& class_id, Date today) {
    constexpr db::Sql sql = R"(
        SELECT c.pupil_id, s.measure_id, max(t.taken_on)
          FROM class_membership c
          LEFT JOIN class_score s ON s.school_id = c.school_id AND s.pupil_id = c.pupil_id AND s.score IS NOT NULL
          LEFT JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
         WHERE c.school_id = $1 AND c.class_id = $2 AND c.starts_on <= $3 AND (c.ends_on IS NULL OR c.ends_on >= $3)
         GROUP BY c.pupil_id, s.measure_id
         ORDER BY c.pupil_id)";
    return db.all<LastScore>(sql, school, class_id, today);
}

std::optional<Entered> entered(db::Connection& db, SchoolId school, ScoreId const& score) {
    constexpr db::Sql sql = R"(
        SELECT f.name, s.entered_at
          FROM class_score s
          JOIN staff f ON f.school_id = s.school_id AND f.id = s.entered_by
         WHERE s.school_id = $1 AND s.id = $2)";
    return db.one<Entered>(sql, school, score);
}

void add(db::Connection& db, SchoolId school, Score const& score, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO class_score (school_id, id, taking_id, measure_id, pupil_id, score, entered_by, entered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(sql, school, score.id, score.taking, score.measure, score.pupil, score.score, by, at);
}

bool change(db::Connection& db, SchoolId school, Score const& score, StaffId const& by, Instant at) {
    constexpr db::Sql sql = R"(
        UPDATE class_score SET score = $1, entered_by = $2, entered_at = $3, version = version + 1
         WHERE school_id = $4 AND id = $5 AND version = $6)";
    return db.run(sql, score.score, by, at, school, score.id, score.version) > 0;
}

}  // namespace measures::taking_store
