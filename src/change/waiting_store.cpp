#include "change/waiting_store.hpp"

#include "assessments/telling_store.hpp"
#include "change/first_session_store.hpp"

namespace change::store {
namespace {

constexpr db::Part nobody_said_no = R"(
               NOT EXISTS (SELECT 1 FROM discussion d
                            WHERE d.school_id = w.school_id AND d.case_id = w.case_id
                              AND d.outcome IN ('something_else', 'no_need_now')
                              AND NOT EXISTS (SELECT 1 FROM discussion later
                                               WHERE later.school_id = d.school_id AND later.case_id = d.case_id
                                                 AND later.made_at > d.made_at))
           AND NOT EXISTS (SELECT 1 FROM consent_answer a
                            WHERE a.school_id = w.school_id AND a.case_id = w.case_id
                              AND a.answer IN ('refused', 'withdrawn', 'decided_not_to')
                              AND NOT EXISTS (SELECT 1 FROM consent_answer later
                                               WHERE later.school_id = a.school_id AND later.case_id = a.case_id
                                                 AND coalesce(later.contact_id, '') = coalesce(a.contact_id, '')
                                                 AND later.number > a.number)))";

}  // namespace

std::vector<WaitingScore> scores_while_waiting(
    db::Connection& db,
    SchoolId school,
    assessments::InstrumentId const& instrument,
    assessments::Informant informant,
    std::optional<assessments::NormSetId> const& norms
) {
    using Statement = db::Joined<
        R"(
        SELECT w.pupil_id, w.case_id, w.occasion, w.rated_on, s.scale, s.score
          FROM (SELECT a.school_id, a.id, a.case_id, a.occasion, a.rated_on, n.pupil_id, n.closed_at,)",
        first_session_held_on,
        R"( AS began_on
                  FROM assessment a
                  JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
                 WHERE a.school_id = $1 AND a.instrument_id = $2 AND a.informant = $3
                   AND coalesce(a.norm_set_id, '') = $4 AND )",
        assessments::store::tells_of_the_child,
        R"() w
          JOIN assessment_score s ON s.school_id = w.school_id AND s.assessment_id = w.id
         WHERE EXISTS (SELECT 1 FROM step p
                        WHERE p.school_id = w.school_id AND p.case_id = w.case_id
                          AND p.step IN ('referral', 'waiting_list') AND p.undone_at IS NULL
                          AND p.taken_on <= w.rated_on)
           AND (w.rated_on < w.began_on OR (w.began_on IS NULL AND w.closed_at IS NULL AND )",
        nobody_said_no,
        R"())
         ORDER BY w.case_id, w.rated_on, s.scale)">;
    auto const held_against = norms ? std::string(norms->text()) : std::string();
    return db.all<WaitingScore>(Statement::sql, school, instrument, informant, held_against);
}

}  // namespace change::store
