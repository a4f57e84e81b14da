#include "today/raised_store.hpp"

namespace today::raised_store {

std::vector<Raised> written_since(db::Connection& db, SchoolId school, StaffId const& person, Instant since) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.case_id, c.pupil_id,
               (CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END) || ' ' ||
               (CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END),
               c.written_at,
               CASE WHEN EXISTS (SELECT 1 FROM step s WHERE s.school_id = c.school_id AND s.case_id = c.case_id
                                    AND s.step = 'referral' AND s.undone_at IS NULL) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM step s WHERE s.school_id = c.school_id AND s.case_id = c.case_id
                                    AND s.step = 'start' AND s.undone_at IS NULL) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM place p WHERE p.school_id = c.school_id AND p.case_id = c.case_id)
                     AND NOT EXISTS (SELECT 1 FROM place p WHERE p.school_id = c.school_id
                                        AND p.case_id = c.case_id
                                        AND (p.ended_on IS NULL
                                             OR p.end_reason IN ('completed', 'allocation_undone')))
                    THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT 1 FROM step s WHERE s.school_id = c.school_id AND s.case_id = c.case_id
                                    AND s.step = 'completion' AND s.undone_at IS NULL) THEN 1 ELSE 0 END,
               n.closed_at, ''
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id
          JOIN pupil u ON u.school_id = c.school_id AND u.id = c.pupil_id
         WHERE c.school_id = $1 AND c.written_by = $2 AND c.written_at >= $3
         ORDER BY c.written_at DESC, c.id)";
    return db.all<Raised>(sql, school, person, since);
}

}  // namespace today::raised_store
