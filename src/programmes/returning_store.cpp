#include "programmes/returning_store.hpp"

namespace programmes::store {

std::optional<CompletedPlace> completed_place(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT p.id, g.id, p.ended_on, g.completed_on, g.form, g.places,
               (SELECT count(*) FROM place o
                 WHERE o.school_id = p.school_id AND o.programme_id = p.programme_id AND o.ended_on IS NULL),
               g.deliverer_id, CASE WHEN f.left_on <= $1 THEN 0 ELSE 1 END,
               CASE WHEN EXISTS (SELECT 1 FROM place o
                                  WHERE o.school_id = p.school_id AND o.pupil_id = p.pupil_id
                                    AND o.ended_on IS NULL)
                    THEN 1 ELSE 0 END
          FROM place p
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
          JOIN staff f ON f.school_id = g.school_id AND f.id = g.deliverer_id
         WHERE p.school_id = $2 AND p.case_id = $3 AND p.end_reason = 'completed'
         ORDER BY p.allocated_at DESC, p.id DESC
         LIMIT 1)";
    return db.one<CompletedPlace>(sql, today, school, the_case);
}

bool was_on_a_register(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM place p
          JOIN step t ON t.school_id = p.school_id AND t.case_id = p.case_id AND t.step = 'start'
                     AND t.undone_at IS NULL
          JOIN register_line l ON l.school_id = p.school_id AND l.place_id = p.id
          JOIN session s ON s.school_id = l.school_id AND s.id = l.session_id AND s.held_on >= t.taken_on
         WHERE p.school_id = $1 AND p.case_id = $2
           AND (p.ended_on IS NULL OR p.end_reason IN ('consent_withdrawn', 'moved_programme')))";
    return db.the<std::int64_t>(sql, school, the_case) > 0;
}

void reopen_place(db::Connection& db, SchoolId school, PlaceId const& place) {
    constexpr db::Sql sql = R"(
        UPDATE place SET ended_on = NULL, end_reason = NULL WHERE school_id = $1 AND id = $2)";
    db.run(sql, school, place);
}

void go_on_with_programme(db::Connection& db, SchoolId school, ProgrammeId const& programme) {
    constexpr db::Sql sql = R"(
        UPDATE programme SET completed_on = NULL, version = version + 1
         WHERE school_id = $1 AND id = $2 AND completed_on IS NOT NULL)";
    db.run(sql, school, programme);
}

}  // namespace programmes::store
