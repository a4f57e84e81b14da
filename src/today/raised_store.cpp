#include "today/raised_store.hpp"

#include "db/joined_sql.hpp"

namespace today::raised_store {
namespace {

// Of a concern `c` of the case `n` about the pupil `u`: what it is, and how far its case came.
constexpr db::Part how_far_it_came = R"(
               c.id, c.case_id, c.pupil_id,
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
               n.closed_at,)";

}  // namespace

std::vector<Raised> raised_by(
    db::Connection& db, SchoolId school, StaffId const& person, Instant closed_since, Date today
) {
    using Statement = db::Joined<
        "SELECT",
        how_far_it_came,
        R"(
               CASE WHEN n.closed_at IS NOT NULL
                     AND EXISTS (SELECT 1 FROM class_membership m
                                   JOIN role_held h ON h.school_id = m.school_id AND h.class_id = m.class_id
                                  WHERE m.school_id = c.school_id AND m.pupil_id = c.pupil_id
                                    AND m.starts_on <= $1 AND (m.ends_on IS NULL OR m.ends_on >= $1)
                                    AND h.staff_id = c.written_by AND h.role = 'class_teacher'
                                    AND h.starts_on <= $1 AND (h.ends_on IS NULL OR h.ends_on >= $1))
                    THEN n.closed_why ELSE '' END
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id
                              AND (n.closed_at IS NULL
                                   OR n.closed_at >= $2
                                      AND EXISTS (SELECT 1 FROM next_step x
                                                   WHERE x.school_id = n.school_id AND x.case_id = n.id
                                                     AND x.undone_at IS NULL))
          JOIN pupil u ON u.school_id = c.school_id AND u.id = c.pupil_id
         WHERE c.school_id = $3 AND c.written_by = $4
         ORDER BY c.written_at DESC, c.id)">;
    return db.all<Raised>(Statement::sql, today, closed_since, school, person);
}

std::vector<Raised> written_since(db::Connection& db, SchoolId school, StaffId const& person, Instant since) {
    using Statement = db::Joined<
        "SELECT",
        how_far_it_came,
        R"(
               ''
          FROM concern c
          JOIN nurture_case n ON n.school_id = c.school_id AND n.id = c.case_id
          JOIN pupil u ON u.school_id = c.school_id AND u.id = c.pupil_id
         WHERE c.school_id = $1 AND c.written_by = $2 AND c.written_at >= $3
         ORDER BY c.written_at DESC, c.id)">;
    return db.all<Raised>(Statement::sql, school, person, since);
}

}  // namespace today::raised_store
