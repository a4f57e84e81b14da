#include "change/drift_store.hpp"

#include "change/first_session_store.hpp"

namespace change::store {

std::vector<ClassScore> scores_beside(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT s.measure_id, s.taking_id, t.taken_on, s.pupil_id, s.score
          FROM class_score own
          JOIN class_taking t ON t.school_id = own.school_id AND t.id = own.taking_id
          JOIN class_score s ON s.school_id = own.school_id AND s.taking_id = own.taking_id
                            AND s.measure_id = own.measure_id
         WHERE own.school_id = $1 AND own.pupil_id = $2 AND own.score IS NOT NULL AND s.score IS NOT NULL
         ORDER BY t.taken_on, s.pupil_id)";
    return db.all<ClassScore>(sql, school, pupil);
}

std::vector<WaitingScore> scores_while_waiting(
    db::Connection& db,
    SchoolId school,
    assessments::InstrumentId const& instrument,
    assessments::Informant informant,
    bool weekly,
    CaseId const& but_for
) {
    using Statement = db::Joined<
        R"(
        SELECT w.case_id, w.rated_on, s.scale, s.score
          FROM (SELECT a.school_id, a.id, a.case_id, a.rated_on,)",
        first_session_held_on,
        R"( AS began_on
                  FROM assessment a
                  JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
                 WHERE a.school_id = $1 AND a.instrument_id = $2 AND a.informant = $3
                   AND (a.occasion = 'weekly') = $4 AND a.case_id <> $5 AND a.beside_id IS NULL
                   AND a.taken_back_at IS NULL) w
          JOIN assessment_score s ON s.school_id = w.school_id AND s.assessment_id = w.id
         WHERE w.began_on IS NULL OR w.rated_on < w.began_on
         ORDER BY w.case_id, w.rated_on, s.scale)">;
    return db.all<WaitingScore>(Statement::sql, school, instrument, informant, weekly, but_for);
}

}  // namespace change::store
