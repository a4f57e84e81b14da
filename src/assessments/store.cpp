#include "assessments/store.hpp"

#include <map>

#include "child_keys/about.hpp"

namespace assessments::store {
namespace {

struct ScoreRow {
    AssessmentId assessment;
    Score score;
    auto columns() { return std::tuple_cat(std::tie(assessment), score.columns()); }
};

struct ItemRow {
    AssessmentId assessment;
    ItemRating item;
    auto columns() { return std::tuple_cat(std::tie(assessment), item.columns()); }
};

}  // namespace

std::vector<Assessment> of_case(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql assessments = R"(
        SELECT a.id, a.case_id, a.instrument_id, a.norm_set_id, a.informant, a.occasion, a.rated_by, f.name,
               a.rated_on, a.beside_id, coalesce(g.name, ''), a.agreed_at, a.taken_back_at, a.taken_back_why
          FROM assessment a
          JOIN staff f ON f.school_id = a.school_id AND f.id = a.rated_by
          LEFT JOIN staff g ON g.school_id = a.school_id AND g.id = a.agreed_by
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY a.rated_on, a.rated_at, a.id)";
    constexpr db::Sql scores = R"(
        SELECT s.assessment_id, s.scale, s.score, s.scheme, s.band, s.words
          FROM assessment a
          JOIN assessment_score s ON s.school_id = a.school_id AND s.assessment_id = a.id
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY s.assessment_id, s.scale)";
    constexpr db::Sql items = R"(
        SELECT i.assessment_id, i.number, i.rating
          FROM assessment a
          JOIN assessment_item i ON i.school_id = a.school_id AND i.assessment_id = a.id
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY i.assessment_id, i.number)";
    auto all = db.all<Assessment>(assessments, school, the_case);
    std::map<AssessmentId, Assessment*> by_id;
    for (auto& one : all) by_id.emplace(one.id, &one);
    for (auto const& row : db.all<ScoreRow>(scores, school, the_case))
        by_id.at(row.assessment)->scores.push_back(row.score);
    for (auto const& row : db.all<ItemRow>(items, school, the_case))
        by_id.at(row.assessment)->ratings.push_back(row.item);
    return all;
}

std::vector<CaseId> other_rated_cases(
    db::Connection& db, SchoolId school, PupilId const& pupil, CaseId const& but
) {
    constexpr db::Sql sql = R"(
        SELECT n.id
          FROM nurture_case n
         WHERE n.school_id = $1 AND n.pupil_id = $2 AND n.id <> $3
           AND EXISTS (SELECT 1 FROM assessment a WHERE a.school_id = n.school_id AND a.case_id = n.id)
         ORDER BY n.opened_at DESC, n.id)";
    return db.all<CaseId>(sql, school, pupil, but);
}

void add(db::Connection& db, SchoolId school, Assessment const& assessment, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO assessment (school_id, id, case_id, instrument_id, norm_set_id, informant, occasion, rated_by,
                                rated_on, rated_at, beside_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";
    constexpr db::Sql score = R"(
        INSERT INTO assessment_score (school_id, assessment_id, scale, score, scheme, band, words)
        VALUES ($1, $2, $3, $4, $5, $6, $7))";
    constexpr db::Sql item = R"(
        INSERT INTO assessment_item (school_id, assessment_id, number, rating) VALUES ($1, $2, $3, $4))";
    db.run(
        sql,
        school,
        assessment.id,
        assessment.the_case,
        assessment.instrument,
        assessment.norms,
        assessment.informant,
        assessment.occasion,
        assessment.rater,
        assessment.rated_on,
        at,
        assessment.beside
    );
    auto const about = child_keys::about_case(db, school, assessment.the_case.text());
    for (auto const& one : assessment.scores)
        db.run(score, school, assessment.id, one.scale, one.score, one.scheme, one.band, about(one.words));
    for (auto const& one : assessment.ratings) db.run(item, school, assessment.id, one.number, one.rating);
}

bool agree(
    db::Connection& db, SchoolId school, AssessmentId const& assessment, StaffId const& by, Instant at
) {
    constexpr db::Sql sql = R"(
        UPDATE assessment SET agreed_by = $1, agreed_at = $2
         WHERE school_id = $3 AND id = $4 AND agreed_at IS NULL AND taken_back_at IS NULL)";
    return db.run(sql, by, at, school, assessment) == 1;
}

bool take_back(
    db::Connection& db,
    SchoolId school,
    Assessment const& assessment,
    StaffId const& by,
    Instant at,
    std::string const& why
) {
    constexpr db::Sql sql = R"(
        UPDATE assessment SET taken_back_by = $1, taken_back_at = $2, taken_back_why = $3
         WHERE school_id = $4 AND id = $5 AND taken_back_at IS NULL)";
    auto const about = child_keys::about_case(db, school, assessment.the_case.text());
    return db.run(sql, by, at, about(why), school, assessment.id) == 1;
}

std::optional<Date> born_on(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT p.born_on
          FROM nurture_case n
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.id = $2)";
    return db.one<Date>(sql, school, the_case);
}

}  // namespace assessments::store
