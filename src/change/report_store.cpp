#include "change/report_store.hpp"

#include "change/first_session_store.hpp"

namespace change::store {

std::optional<ReportedPlace> reported_place(db::Connection& db, SchoolId school, CaseId const& the_case) {
    using Statement = db::Joined<
        R"(
        SELECT t.id, g.name,
               (SELECT min(s.held_on)
                  FROM session s
                 WHERE s.school_id = t.school_id AND s.programme_id = t.programme_id AND )",
        held_for_the_place,
        R"(), t.ended_on
          FROM place t
          JOIN programme g ON g.school_id = t.school_id AND g.id = t.programme_id
         WHERE t.school_id = $1 AND t.case_id = $2 AND (t.ended_on IS NULL OR t.end_reason = 'completed')
         ORDER BY CASE WHEN t.ended_on IS NULL THEN 0 ELSE 1 END, t.allocated_at DESC, t.id DESC
         LIMIT 1)">;
    return db.one<ReportedPlace>(Statement::sql, school, the_case);
}

std::vector<programmes::TargetId> measured_by_one_person(
    db::Connection& db, SchoolId school, programmes::PlaceId const& place
) {
    constexpr db::Sql sql = R"(
        SELECT t.id
          FROM target t
          JOIN target_measure b ON b.school_id = t.school_id AND b.target_id = t.id AND b.occasion = 'before'
          JOIN target_measure a ON a.school_id = t.school_id AND a.target_id = t.id AND a.occasion = 'after'
         WHERE t.school_id = $1 AND t.place_id = $2 AND a.rated_by = b.rated_by
         ORDER BY t.id)";
    return db.all<programmes::TargetId>(sql, school, place);
}

}  // namespace change::store
