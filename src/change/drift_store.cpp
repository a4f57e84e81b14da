#include "change/drift_store.hpp"

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

}  // namespace change::store
