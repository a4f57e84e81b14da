#include "child_keys/about.hpp"
#include "impact/store.hpp"

// Brief meetings after a programme.
namespace impact::store {

std::vector<CheckIn> check_ins(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.asked_by, c.asked_on, c.held_on, c.line, f.name
          FROM check_in c
          JOIN staff f ON f.school_id = c.school_id AND f.id = c.made_by
         WHERE c.school_id = $1 AND c.case_id = $2
         ORDER BY CASE WHEN c.held_on IS NULL THEN 0 ELSE 1 END, c.held_on DESC, c.asked_on DESC, c.id DESC)";
    return db.all<CheckIn>(sql, school, the_case);
}

std::optional<CheckIn> check_in(
    db::Connection& db, SchoolId school, CaseId const& the_case, CheckInId const& check_in
) {
    constexpr db::Sql sql = R"(
        SELECT c.id, c.asked_by, c.asked_on, c.held_on, c.line, f.name
          FROM check_in c
          JOIN staff f ON f.school_id = c.school_id AND f.id = c.made_by
         WHERE c.school_id = $1 AND c.case_id = $2 AND c.id = $3)";
    return db.one<CheckIn>(sql, school, the_case, check_in);
}

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    PupilId const& pupil,
    CheckIn const& check_in,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_by, asked_on, held_on, line, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    auto const about = child_keys::about_child(db, school, pupil.text());
    db.run(
        sql,
        school,
        check_in.id,
        the_case,
        pupil,
        check_in.asked_by,
        check_in.asked_on,
        check_in.held_on,
        about(check_in.line),
        by,
        at
    );
}

void log(
    db::Connection& db, SchoolId school, CheckInId const& check_in, Date held_on, std::string const& line
) {
    constexpr db::Sql sql = R"(
        UPDATE check_in SET held_on = $1, line = $2 WHERE school_id = $3 AND id = $4 AND held_on IS NULL)";
    auto const about = child_keys::about_check_in(db, school, check_in.text());
    db.run(sql, held_on, about(line), school, check_in);
}

std::vector<Contact> contacts(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Instant closed_since
) {
    constexpr db::Sql sql = R"(
        SELECT p.case_id, p.pupil_id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END || ' ' ||
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               p.ended_on,
               (SELECT max(c.held_on) FROM check_in c WHERE c.school_id = p.school_id AND c.case_id = p.case_id)
                   AS last_seen_on,
               (SELECT min(c.asked_on) FROM check_in c
                 WHERE c.school_id = p.school_id AND c.case_id = p.case_id AND c.held_on IS NULL) AS asked_on,
               (SELECT min(c.asked_by) FROM check_in c
                 WHERE c.school_id = p.school_id AND c.case_id = p.case_id AND c.held_on IS NULL),
               n.closed_at
          FROM programme g
          JOIN place p ON p.school_id = g.school_id AND p.programme_id = g.id AND p.end_reason = 'completed'
          JOIN nurture_case n ON n.school_id = p.school_id AND n.id = p.case_id
                              AND (n.closed_at IS NULL
                                   OR n.closed_at >= $1
                                      AND EXISTS (SELECT 1 FROM next_step x
                                                   WHERE x.school_id = n.school_id AND x.case_id = n.id
                                                     AND x.undone_at IS NULL))
          JOIN pupil u ON u.school_id = p.school_id AND u.id = p.pupil_id
         WHERE g.school_id = $2 AND g.deliverer_id = $3
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.case_id = p.case_id AND o.id <> p.id
                              AND (o.ended_on IS NULL OR o.allocated_at > p.allocated_at
                                   OR (o.allocated_at = p.allocated_at AND o.id > p.id)))
         ORDER BY p.ended_on, p.id)";
    return db.all<Contact>(sql, closed_since, school, deliverer);
}

}  // namespace impact::store
