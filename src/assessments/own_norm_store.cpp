#include "assessments/own_norm_store.hpp"

namespace assessments::store {
namespace {

struct ScoreRow {
    RatedOnEntry of;
    int sessions = 0;
    std::string scale;
    int score = 0;
    auto columns() {
        auto& one = of.assessment;
        return std::tie(
            of.pupil,
            of.rated_at,
            sessions,
            one.id,
            one.the_case,
            one.instrument,
            one.informant,
            one.occasion,
            one.rater,
            one.rated_on,
            one.beside,
            one.agreed_at,
            one.taken_back_at,
            scale,
            score
        );
    }
};

}  // namespace

std::vector<RatedOnEntry> rated_on_entry(
    db::Connection& db, SchoolId school, InstrumentId const& instrument
) {
    // A session of the day of the rating counts as support: which of the two came first is not kept.
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id, a.rated_at,
               (SELECT count(*)
                  FROM nurture_case o
                  JOIN place t ON t.school_id = o.school_id AND t.case_id = o.id
                  JOIN session s ON s.school_id = t.school_id AND s.programme_id = t.programme_id
                 WHERE o.school_id = n.school_id AND o.pupil_id = n.pupil_id
                   AND s.outcome = 'delivered' AND s.held_on <= a.rated_on AND s.held_on >= t.allocated_on
                   AND (t.ended_on IS NULL OR s.held_on <= t.ended_on)
                   AND (t.end_reason IS NULL OR t.end_reason <> 'allocation_undone')),
               a.id, a.case_id, a.instrument_id, a.informant, a.occasion, a.rated_by, a.rated_on, a.beside_id,
               a.agreed_at, a.taken_back_at, c.scale, c.score
          FROM assessment a
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
          JOIN assessment_score c ON c.school_id = a.school_id AND c.assessment_id = a.id
         WHERE a.school_id = $1 AND a.instrument_id = $2 AND a.occasion = 'entry'
         ORDER BY a.rated_on, a.rated_at, a.id, c.scale)";
    std::vector<RatedOnEntry> all;
    for (auto& row : db.all<ScoreRow>(sql, school, instrument)) {
        if (all.empty() || all.back().assessment.id != row.of.assessment.id) {
            row.of.had_support = row.sessions > 0;
            all.push_back(std::move(row.of));
        }
        all.back().assessment.scores.push_back({.scale = std::move(row.scale), .score = row.score});
    }
    return all;
}

}  // namespace assessments::store
