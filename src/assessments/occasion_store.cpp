#include "assessments/occasion_store.hpp"

namespace assessments::store {
namespace {

struct Sessions {
    std::int64_t held = 0;
    std::int64_t to_come = 0;
    auto columns() { return std::tie(held, to_come); }
};

}  // namespace

Stage stage_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT coalesce(sum(CASE WHEN s.outcome = 'delivered' AND s.held_on >= t.allocated_on
                                  AND (t.ended_on IS NULL OR s.held_on <= t.ended_on) THEN 1 ELSE 0 END), 0),
               coalesce(sum(CASE WHEN s.outcome = 'planned' AND t.ended_on IS NULL THEN 1 ELSE 0 END), 0)
          FROM place t
          JOIN session s ON s.school_id = t.school_id AND s.programme_id = t.programme_id
         WHERE t.school_id = $1 AND t.case_id = $2
           AND (t.end_reason IS NULL OR t.end_reason <> 'allocation_undone'))";
    auto const sessions = db.one<Sessions>(sql, school, the_case).value_or(Sessions{});
    if (sessions.held == 0) return Stage::before;
    return sessions.to_come > 0 ? Stage::running : Stage::over;
}

}  // namespace assessments::store
