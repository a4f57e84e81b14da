#include "cases/withdrawal_store.hpp"

namespace cases::store {

int sessions_held_after(db::Connection& db, SchoolId school, CaseId const& the_case, Date day) {
    constexpr db::Sql sql = R"(
        SELECT count(DISTINCT s.id)
          FROM place p
          JOIN register_line l ON l.school_id = p.school_id AND l.place_id = p.id
          JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id
         WHERE p.school_id = $1 AND p.case_id = $2 AND s.outcome = 'delivered' AND s.held_on > $3
           AND NOT EXISTS (SELECT 1 FROM evaluation e
                            WHERE e.school_id = l.school_id AND e.session_id = l.session_id
                              AND e.place_id = l.place_id AND e.attended = 0))";
    return static_cast<int>(db.the<std::int64_t>(sql, school, the_case, day));
}

}  // namespace cases::store
