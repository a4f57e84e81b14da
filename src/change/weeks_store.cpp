#include "change/weeks_store.hpp"

#include "change/first_session_store.hpp"

namespace change::store {

Support support_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    using Statement = db::Joined<
        R"(
        SELECT)",
        first_session_held_on,
        R"(,
               (SELECT CASE WHEN count(*) = count(t.ended_on) THEN max(t.ended_on) END
                  FROM place t
                 WHERE t.school_id = n.school_id AND t.case_id = n.id
                   AND (t.end_reason IS NULL OR t.end_reason <> 'allocation_undone'))
          FROM nurture_case n
         WHERE n.school_id = $1 AND n.id = $2)">;
    return db.one<Support>(Statement::sql, school, the_case).value_or(Support{});
}

std::vector<Date> sessions_held(db::Connection& db, SchoolId school, CaseId const& the_case) {
    using Statement = db::Joined<
        R"(
        SELECT DISTINCT s.held_on
          FROM place t
          JOIN session s ON s.school_id = t.school_id AND s.programme_id = t.programme_id
         WHERE t.school_id = $1 AND t.case_id = $2 AND )",
        held_for_the_place,
        R"(
         ORDER BY s.held_on)">;
    return db.all<Date>(Statement::sql, school, the_case);
}

}  // namespace change::store
