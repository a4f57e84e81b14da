#include "comparison/store.hpp"

#include <array>

#include "db/joined_sql.hpp"

namespace comparison::store {
namespace {

// Four, the first again where there are fewer.
std::array<std::string, 4> years_of(std::span<std::string const> year_groups) {
    std::array<std::string, 4> years;
    for (std::size_t i = 0; i < years.size(); ++i) years[i] = year_groups[i < year_groups.size() ? i : 0];
    return years;
}

// Of each class the last day within the period on which somebody was given a score.
constexpr db::Part last_days = R"(
        SELECT t.class_id, max(t.taken_on) AS day
          FROM class_taking t
         WHERE t.school_id = $1 AND t.taken_on BETWEEN $2 AND $3
           AND EXISTS (SELECT 1 FROM class_score s
                        WHERE s.school_id = t.school_id AND s.taking_id = t.id AND s.score IS NOT NULL)
         GROUP BY t.class_id)";

}  // namespace

std::optional<LastScored> last_scored(db::Connection& db, SchoolId school, PupilId const& pupil, Date day) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.year_group, t.taken_on
          FROM class_score s
          JOIN class_taking t ON t.school_id = s.school_id AND t.id = s.taking_id
          JOIN class c ON c.school_id = t.school_id AND c.id = t.class_id
         WHERE s.school_id = $1 AND s.pupil_id = $2 AND s.score IS NOT NULL AND t.taken_on <= $3
         ORDER BY t.taken_on DESC, t.id DESC
         LIMIT 1)";
    return db.one<LastScored>(sql, school, pupil, day);
}

std::vector<ScoreOf> scores_of_class(
    db::Connection& db, SchoolId school, ClassId const& class_id, schools::Period const& period
) {
    constexpr db::Sql sql = R"(
        SELECT t.class_id, s.measure_id, s.pupil_id, s.score, t.taken_on
          FROM class_taking t
          JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id
         WHERE t.school_id = $1 AND t.class_id = $2 AND t.taken_on BETWEEN $3 AND $4 AND s.score IS NOT NULL
         ORDER BY t.taken_on, s.pupil_id)";
    return db.all<ScoreOf>(sql, school, class_id, period.starts_on, period.ends_on);
}

std::vector<ScoreOf> scores_of_stage(
    db::Connection& db,
    SchoolId school,
    schools::Period const& period,
    std::span<std::string const> year_groups
) {
    constexpr db::Sql sql = R"(
        SELECT t.class_id, s.measure_id, s.pupil_id, s.score, t.taken_on
          FROM class_taking t
          JOIN class c ON c.school_id = t.school_id AND c.id = t.class_id
          JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id
         WHERE t.school_id = $1
           AND t.taken_on BETWEEN $2 AND $3
           AND c.year_group IN ($4, $5, $6, $7)
           AND s.score IS NOT NULL
         ORDER BY t.taken_on, s.pupil_id)";
    auto const year = years_of(year_groups);
    return db.all<ScoreOf>(sql, school, period.starts_on, period.ends_on, year[0], year[1], year[2], year[3]);
}

std::vector<ClassId> classes_that_held(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql =
        "SELECT DISTINCT class_id FROM class_membership WHERE school_id = $1 AND pupil_id = $2";
    return db.all<ClassId>(sql, school, pupil);
}

std::optional<LastScored> last_measured(
    db::Connection& db, SchoolId school, ClassId const& class_id, Date day
) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.name, c.year_group, t.taken_on
          FROM class_taking t
          JOIN class c ON c.school_id = t.school_id AND c.id = t.class_id
         WHERE t.school_id = $1 AND t.class_id = $2 AND t.taken_on <= $3
           AND EXISTS (SELECT 1 FROM class_score s
                        WHERE s.school_id = t.school_id AND s.taking_id = t.id AND s.score IS NOT NULL)
         ORDER BY t.taken_on DESC, t.id DESC
         LIMIT 1)";
    return db.one<LastScored>(sql, school, class_id, day);
}

std::vector<LastScored> measured_within(db::Connection& db, SchoolId school, schools::Period const& period) {
    using Statement = db::Joined<"WITH last AS (", last_days, R"()
        SELECT c.id, c.name, c.year_group, last.day
          FROM last
          JOIN class c ON c.school_id = $1 AND c.id = last.class_id
         ORDER BY c.name, c.id)">;
    return db.all<LastScored>(Statement::sql, school, period.starts_on, period.ends_on);
}

std::vector<pupils::Pupil> pupils_measured_within(
    db::Connection& db, SchoolId school, schools::Period const& period
) {
    using Statement = db::Joined<"WITH last AS (", last_days, R"()
        SELECT p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename) AS forename,
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname) AS surname, p.year_group, k.id, k.name
          FROM (SELECT m.class_id, m.pupil_id
                  FROM last
                  JOIN class_membership m ON m.school_id = $1 AND m.class_id = last.class_id
                   AND m.starts_on <= last.day AND (m.ends_on IS NULL OR m.ends_on >= last.day)
                 UNION
                SELECT t.class_id, s.pupil_id
                  FROM last
                  JOIN class_taking t ON t.school_id = $1 AND t.class_id = last.class_id AND t.taken_on = last.day
                  JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id) seen
          JOIN class k ON k.school_id = $1 AND k.id = seen.class_id
          JOIN pupil p ON p.school_id = k.school_id AND p.id = seen.pupil_id
         ORDER BY surname, forename, p.id)">;
    return db.all<pupils::Pupil>(Statement::sql, school, period.starts_on, period.ends_on);
}

std::vector<ScoreOf> scores_within(db::Connection& db, SchoolId school, schools::Period const& period) {
    constexpr db::Sql sql = R"(
        SELECT t.class_id, s.measure_id, s.pupil_id, s.score, t.taken_on
          FROM class_taking t
          JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id
         WHERE t.school_id = $1 AND t.taken_on BETWEEN $2 AND $3 AND s.score IS NOT NULL
         ORDER BY t.taken_on, s.pupil_id)";
    return db.all<ScoreOf>(sql, school, period.starts_on, period.ends_on);
}

std::vector<PupilId> ever_referred(
    db::Connection& db,
    SchoolId school,
    schools::Period const& measured,
    std::span<std::string const> year_groups
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT n.pupil_id
          FROM nurture_case n
          JOIN step p ON p.school_id = n.school_id AND p.case_id = n.id
         WHERE n.school_id = $1
           AND n.pupil_id IN (SELECT s.pupil_id
                                FROM class_taking t
                                JOIN class c ON c.school_id = t.school_id AND c.id = t.class_id
                                JOIN class_score s ON s.school_id = t.school_id AND s.taking_id = t.id
                               WHERE t.school_id = $1
                                 AND t.taken_on BETWEEN $2 AND $3
                                 AND c.year_group IN ($4, $5, $6, $7))
           AND p.step = 'referral' AND p.undone_at IS NULL)";
    auto const year = years_of(year_groups);
    return db.all<PupilId>(
        sql, school, measured.starts_on, measured.ends_on, year[0], year[1], year[2], year[3]
    );
}

std::vector<PupilId> pupils_with_open_case(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT pupil_id FROM nurture_case WHERE school_id = $1 AND closed_at IS NULL";
    return db.all<PupilId>(sql, school);
}

bool has_open_case(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql =
        "SELECT count(*) FROM nurture_case WHERE school_id = $1 AND pupil_id = $2 AND closed_at IS NULL";
    return db.the<int>(sql, school, pupil) > 0;
}

}  // namespace comparison::store
