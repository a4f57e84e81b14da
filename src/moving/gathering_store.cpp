#include "moving/gathering_store.hpp"

namespace moving::gathering_store {

std::vector<Supported> places(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT g.name, g.form, p.allocated_on, p.ended_on, p.end_reason,
               (SELECT count(*) FROM evaluation e
                 WHERE e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'),
               (SELECT count(*) FROM evaluation e
                 WHERE e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'
                   AND e.attended = 1)
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
         WHERE p.school_id = $1 AND p.case_id = $2
           AND (p.end_reason IS NULL OR p.end_reason <> 'allocation_undone')
         ORDER BY p.allocated_at, p.id)";
    return db.all<Supported>(sql, school, the_case);
}

std::vector<Reviewed> reviews(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT reviewed_on, outcome FROM impact_review
         WHERE school_id = $1 AND case_id = $2 AND undone_at IS NULL
         ORDER BY reviewed_at, id)";
    return db.all<Reviewed>(sql, school, the_case);
}

std::vector<Written> sessions(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.held_on, e.feeling, e.voice_for, e.next_time
          FROM place p
          JOIN evaluation e ON e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'
                           AND e.attended = 1
          JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id AND s.held_on IS NOT NULL
         WHERE p.school_id = $1 AND p.case_id = $2
         ORDER BY s.held_on, e.id)";
    return db.all<Written>(sql, school, the_case);
}

std::vector<Said> confided(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.held_on, e.confidence
          FROM place p
          JOIN evaluation e ON e.school_id = p.school_id AND e.place_id = p.id AND e.writing = 'written'
                           AND e.confidence <> ''
          JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id AND s.held_on IS NOT NULL
         WHERE p.school_id = $1 AND p.case_id = $2
         ORDER BY s.held_on, e.id)";
    return db.all<Said>(sql, school, the_case);
}

}  // namespace moving::gathering_store
