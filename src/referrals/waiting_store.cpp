#include "referrals/waiting_store.hpp"

namespace referrals::waiting_store {

std::vector<WaitingLine> list(db::Connection& db, SchoolId school, Date today) {
    constexpr db::Sql sql = R"(
        SELECT w.id, w.case_id, w.since_on, w.review_by_on, w.meanwhile, w.position, w.position_reason, w.version,
               p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename),
               coalesce(nullif(p.preferred_surname, ''), p.legal_surname), p.year_group,
               c.id, coalesce(c.name, ''),
               q.form, q.need, q.impact_on_learning, q.earlier_support, q.reason,
               coalesce((SELECT o.source FROM concern o
                          WHERE o.school_id = w.school_id AND o.case_id = w.case_id
                          ORDER BY o.written_at, o.id LIMIT 1), 'staff'),
               coalesce((SELECT s.taken_on FROM step s
                          WHERE s.school_id = w.school_id AND s.case_id = w.case_id AND s.step = 'concern'
                            AND s.undone_at IS NULL), w.since_on)
          FROM waiting w
          JOIN nurture_case n ON n.school_id = w.school_id AND n.id = w.case_id AND n.closed_at IS NULL
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
          JOIN prioritisation q ON q.school_id = w.school_id AND q.case_id = w.case_id
           AND q.id = (SELECT l.id FROM prioritisation l
                        WHERE l.school_id = w.school_id AND l.case_id = w.case_id
                        ORDER BY l.made_at DESC, l.id DESC LIMIT 1)
          LEFT JOIN class_membership m ON m.school_id = p.school_id AND m.pupil_id = p.id AND m.starts_on <= $1
           AND (m.ends_on IS NULL OR m.ends_on >= $1)
          LEFT JOIN class c ON c.school_id = m.school_id AND c.id = m.class_id
         WHERE w.school_id = $2 AND w.ended_on IS NULL
           AND NOT EXISTS (SELECT 1 FROM step l
                            WHERE l.school_id = w.school_id AND l.case_id = w.case_id AND l.step = 'letter'
                              AND l.undone_at IS NULL)
         ORDER BY w.position, w.since_on, w.id)";
    return db.all<WaitingLine>(sql, today, school);
}

std::optional<Waiting> find(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id, case_id, since_on, review_by_on, meanwhile, position, position_reason, version
          FROM waiting
         WHERE school_id = $1 AND case_id = $2 AND ended_on IS NULL)";
    return db.one<Waiting>(sql, school, the_case);
}

void add(
    db::Connection& db,
    SchoolId school,
    WaitingId const& waiting,
    CaseId const& the_case,
    WaitingInput const& said,
    Date since_on
) {
    constexpr db::Sql sql = R"(
        INSERT INTO waiting (school_id, id, case_id, since_on, review_by_on, meanwhile, position)
        VALUES ($1, $2, $3, $4, $5, $6,
                (SELECT coalesce(max(position), 0) + 1 FROM waiting WHERE school_id = $1 AND ended_on IS NULL)))";
    db.run(sql, school, waiting, the_case, since_on, said.review_by_on, said.meanwhile);
}

bool change(
    db::Connection& db, SchoolId school, Waiting const& waiting, WaitingInput const& said, int version
) {
    constexpr db::Sql sql = R"(
        UPDATE waiting SET review_by_on = $1, meanwhile = $2, version = version + 1
         WHERE school_id = $3 AND id = $4 AND version = $5 AND ended_on IS NULL)";
    return db.run(sql, said.review_by_on, said.meanwhile, school, waiting.id, version) == 1;
}

void set_position(db::Connection& db, SchoolId school, WaitingId const& waiting, int position) {
    constexpr db::Sql sql = "UPDATE waiting SET position = $1 WHERE school_id = $2 AND id = $3";
    db.run(sql, position, school, waiting);
}

void set_position_reason(
    db::Connection& db, SchoolId school, WaitingId const& waiting, std::string const& reason
) {
    constexpr db::Sql sql = "UPDATE waiting SET position_reason = $1 WHERE school_id = $2 AND id = $3";
    db.run(sql, reason, school, waiting);
}

}  // namespace referrals::waiting_store
