#include "change/asking_store.hpp"

#include "change/first_session_store.hpp"

namespace change::store {

std::vector<Rateable> rateable(db::Connection& db, SchoolId school, StaffId const& teacher, Date today) {
    using Statement = db::Joined<
        R"(
        WITH child AS (
            SELECT n.school_id, n.id AS case_id, u.id AS pupil_id, u.born_on,
                   CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END || ' ' ||
                   CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END AS name,)",
        first_session_held_on,
        R"( AS began_on
              FROM role_held h
              JOIN class_membership m ON m.school_id = h.school_id AND m.class_id = h.class_id AND m.starts_on <= $1
                                     AND (m.ends_on IS NULL OR m.ends_on >= $1)
              JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
              JOIN nurture_case n ON n.school_id = u.school_id AND n.pupil_id = u.id AND n.closed_at IS NULL
             WHERE h.school_id = $2 AND h.staff_id = $3 AND h.role = 'class_teacher' AND h.starts_on <= $1
               AND (h.ends_on IS NULL OR h.ends_on >= $1)
               AND (EXISTS (SELECT 1 FROM place t
                             WHERE t.school_id = n.school_id AND t.case_id = n.id AND t.ended_on IS NULL)
                    OR (EXISTS (SELECT 1 FROM step p
                                 WHERE p.school_id = n.school_id AND p.case_id = n.id AND p.step = 'waiting_list'
                                   AND p.undone_at IS NULL)
                        AND NOT EXISTS (SELECT 1 FROM place t
                                         WHERE t.school_id = n.school_id AND t.case_id = n.id)))
               AND NOT EXISTS (SELECT 1 FROM consent_answer a
                                WHERE a.school_id = n.school_id AND a.case_id = n.id
                                  AND a.answer IN ('refused', 'withdrawn')
                                  AND NOT EXISTS (SELECT 1 FROM consent_answer later
                                                   WHERE later.school_id = a.school_id AND later.case_id = a.case_id
                                                     AND later.contact_id = a.contact_id
                                                     AND later.number > a.number)))
        SELECT c.case_id, c.pupil_id, c.name, c.born_on, c.began_on,
               count(CASE WHEN c.began_on IS NULL OR a.rated_on < c.began_on THEN a.id END), count(a.id),
               max(a.rated_on),
               (SELECT l.instrument_id FROM assessment l
                 WHERE l.school_id = c.school_id AND l.case_id = c.case_id AND l.occasion = 'weekly'
                   AND l.informant = 'class_teacher' AND l.taken_back_at IS NULL
                 ORDER BY l.rated_on DESC, l.rated_at DESC
                 LIMIT 1)
          FROM child c
          LEFT JOIN assessment a ON a.school_id = c.school_id AND a.case_id = c.case_id AND a.occasion = 'weekly'
                                AND a.informant = 'class_teacher' AND a.beside_id IS NULL
                                AND a.taken_back_at IS NULL
         GROUP BY c.school_id, c.case_id, c.pupil_id, c.name, c.born_on, c.began_on
         ORDER BY c.name, c.case_id)">;
    return db.all<Rateable>(Statement::sql, today, school, teacher);
}

}  // namespace change::store
