#include "overviews/store.hpp"

#include "db/joined_sql.hpp"

namespace overviews::store {
namespace {

using assessments::Assessment;

// A score with its assessment and its child. Nobody's name, no item and no word of a goal is read.
constexpr db::Part a_score = R"(
        SELECT u.id, CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END,
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               u.year_group, c.id, coalesce(c.name, ''), a.id, a.case_id, a.instrument_id, a.norm_set_id,
               a.informant, a.occasion, a.rated_by, a.rated_on, a.beside_id, a.agreed_at, a.taken_back_at,
               s.scale, s.score)";
constexpr db::Part of_assessments = R"(
          JOIN assessment_score s ON s.school_id = a.school_id AND s.assessment_id = a.id)";
constexpr db::Part in_class_today = R"(
          LEFT JOIN class_membership m ON m.school_id = u.school_id AND m.pupil_id = u.id AND m.starts_on <= $1
                                      AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id)";
constexpr db::Part in_order = R"(
         ORDER BY CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END, u.id,
                  a.rated_on, a.rated_at, a.id, s.scale)";

struct ScoreRow {
    pupils::Pupil pupil;
    Assessment of;
    std::string scale;
    int score = 0;
    auto columns() {
        return std::tuple_cat(
            pupil.columns(),
            std::tie(
                of.id,
                of.the_case,
                of.instrument,
                of.norms,
                of.informant,
                of.occasion,
                of.rater,
                of.rated_on,
                of.beside,
                of.agreed_at,
                of.taken_back_at,
                scale,
                score
            )
        );
    }
};

std::vector<RatedChild> gathered(std::vector<ScoreRow>&& rows) {
    std::vector<RatedChild> children;
    for (auto& row : rows) {
        if (children.empty() || children.back().pupil.id != row.pupil.id)
            children.push_back({.pupil = std::move(row.pupil), .assessments = {}});
        auto& all = children.back().assessments;
        if (all.empty() || all.back().id != row.of.id) all.push_back(std::move(row.of));
        all.back().scores.push_back({.scale = std::move(row.scale), .score = row.score});
    }
    return children;
}

}  // namespace

std::vector<RatedChild> of_class(db::Connection& db, SchoolId school, ClassId const& class_id, Date since) {
    using Statement = db::Joined<
        a_score,
        R"(
          FROM class_membership m
          JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
          JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
          JOIN nurture_case n ON n.school_id = u.school_id AND n.pupil_id = u.id
          JOIN assessment a ON a.school_id = n.school_id AND a.case_id = n.id AND a.rated_on >= $1)",
        of_assessments,
        R"(
         WHERE m.school_id = $2 AND m.class_id = $3 AND m.ends_on IS NULL)",
        in_order>;
    return gathered(db.all<ScoreRow>(Statement::sql, since, school, class_id));
}

std::vector<RatedChild> of_programme(
    db::Connection& db, SchoolId school, programmes::ProgrammeId const& programme, Date today
) {
    using Statement = db::Joined<
        a_score,
        R"(
          FROM assessment a
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id)",
        of_assessments,
        in_class_today,
        R"(
         WHERE a.school_id = $2
           AND a.case_id IN (SELECT p.case_id FROM place p WHERE p.school_id = $2 AND p.programme_id = $3))",
        in_order>;
    return gathered(db.all<ScoreRow>(Statement::sql, today, school, programme));
}

std::vector<RatedChild> of_school(db::Connection& db, SchoolId school, Date today, Date since) {
    using Statement = db::Joined<
        a_score,
        R"(
          FROM assessment a
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
          JOIN pupil u ON u.school_id = n.school_id AND u.id = n.pupil_id)",
        of_assessments,
        in_class_today,
        R"(
         WHERE a.school_id = $2 AND a.rated_on >= $3)",
        in_order>;
    return gathered(db.all<ScoreRow>(Statement::sql, today, school, since));
}

}  // namespace overviews::store
