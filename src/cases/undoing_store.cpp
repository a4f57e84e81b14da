#include "cases/undoing_store.hpp"

namespace cases::store {

void undo_step(
    db::Connection& db,
    SchoolId school,
    StepTaken const& taken,
    StaffId const& by,
    Instant at,
    std::string const& reason
) {
    constexpr db::Sql sql = R"(
        UPDATE step SET undone_at = $1, undone_by = $2, undone_reason = $3
         WHERE school_id = $4 AND id = $5 AND undone_at IS NULL)";
    db.run(sql, at, by, reason, school, taken.id);
}

std::optional<std::string> end_waiting(db::Connection& db, SchoolId school, CaseId const& the_case, Date on) {
    constexpr db::Sql sql = R"(
           UPDATE waiting SET ended_on = $1, version = version + 1
            WHERE school_id = $2 AND case_id = $3 AND ended_on IS NULL
        RETURNING id)";
    return db.one<std::string>(sql, on, school, the_case);
}

std::optional<std::string> wait_again(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
           UPDATE waiting SET ended_on = NULL, version = version + 1
            WHERE school_id = $1
              AND id = (SELECT w.id FROM waiting w
                         WHERE w.school_id = $1 AND w.case_id = $2
                         ORDER BY w.since_on DESC, w.id DESC LIMIT 1)
              AND ended_on IS NOT NULL
              AND EXISTS (SELECT 1 FROM step s
                           WHERE s.school_id = $1 AND s.case_id = $2 AND s.step = 'waiting_list'
                             AND s.undone_at IS NULL)
        RETURNING id)";
    return db.one<std::string>(sql, school, the_case);
}

std::vector<std::string> revoke_links(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
) {
    constexpr db::Sql sql = R"(
           UPDATE consent_link SET revoked_at = $1
            WHERE school_id = $2 AND case_id = $3 AND revoked_at IS NULL
        RETURNING contact_id)";
    return db.all<std::string>(sql, at, school, the_case);
}

std::optional<std::string> open_place(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id FROM place WHERE school_id = $1 AND case_id = $2 AND ended_on IS NULL)";
    return db.one<std::string>(sql, school, the_case);
}

std::optional<CompletedPlace> completed_place(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT p.id, g.id, p.ended_on, g.completed_on, g.form, g.places,
               (SELECT count(*) FROM place o
                 WHERE o.school_id = p.school_id AND o.programme_id = p.programme_id AND o.ended_on IS NULL),
               CASE WHEN EXISTS (SELECT 1 FROM training t
                                  WHERE t.school_id = g.school_id AND t.staff_id = g.deliverer_id
                                    AND t.kind = 'nurture' AND t.held_on <= $1 AND t.expires_on >= $1)
                    THEN 1 ELSE 0 END,
               CASE WHEN f.left_on <= $1 THEN 0 ELSE 1 END,
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

void end_place(db::Connection& db, SchoolId school, std::string const& place, Date on) {
    constexpr db::Sql sql = R"(
        UPDATE place SET ended_on = $1, end_reason = 'allocation_undone'
         WHERE school_id = $2 AND id = $3 AND ended_on IS NULL)";
    db.run(sql, on, school, place);
}

void reopen_place(db::Connection& db, SchoolId school, std::string const& place) {
    constexpr db::Sql sql = R"(
        UPDATE place SET ended_on = NULL, end_reason = NULL WHERE school_id = $1 AND id = $2)";
    db.run(sql, school, place);
}

void go_on_with_programme(db::Connection& db, SchoolId school, std::string const& programme) {
    constexpr db::Sql sql = R"(
        UPDATE programme SET completed_on = NULL, version = version + 1
         WHERE school_id = $1 AND id = $2 AND completed_on IS NOT NULL)";
    db.run(sql, school, programme);
}

bool later_case_stands(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT count(*)
          FROM nurture_case n
          JOIN nurture_case later ON later.school_id = n.school_id AND later.pupil_id = n.pupil_id
                                 AND later.id <> n.id AND later.opened_at >= n.opened_at
         WHERE n.school_id = $1 AND n.id = $2
           AND (later.closed_at IS NULL
                OR later.closed_at >= n.closed_at
                   AND EXISTS (SELECT 1 FROM step s
                                WHERE s.school_id = later.school_id AND s.case_id = later.id
                                  AND s.step = 'referral' AND s.undone_at IS NULL)))";
    return db.the<std::int64_t>(sql, school, the_case) > 0;
}

void reopen(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ClosingId const& id,
    StaffId const& by,
    Instant at,
    std::string const& reason
) {
    constexpr db::Sql keep = R"(
        INSERT INTO undone_closing (school_id, id, case_id, closed_at, closed_why, undone_at, undone_by, reason)
        SELECT n.school_id, $1, n.id, n.closed_at, n.closed_why, $2, $3, $4
          FROM nurture_case n
         WHERE n.school_id = $5 AND n.id = $6 AND n.closed_at IS NOT NULL)";
    constexpr db::Sql open =
        "UPDATE nurture_case SET closed_at = NULL, closed_why = '' WHERE school_id = $1 AND id = $2";
    db.run(keep, id, at, by, reason, school, the_case);
    db.run(open, school, the_case);
}

std::optional<std::string> undo_next_step(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
) {
    constexpr db::Sql sql = R"(
           UPDATE next_step SET undone_at = $1
            WHERE school_id = $2 AND case_id = $3 AND undone_at IS NULL
        RETURNING id)";
    return db.one<std::string>(sql, at, school, the_case);
}

std::optional<Reviewed> standing_review(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT id, place_id FROM impact_review
         WHERE school_id = $1 AND case_id = $2 AND undone_at IS NULL
         ORDER BY reviewed_at DESC, id DESC
         LIMIT 1)";
    return db.one<Reviewed>(sql, school, the_case);
}

void undo_review(db::Connection& db, SchoolId school, Reviewed const& reviewed, Instant at) {
    constexpr db::Sql mark = "UPDATE impact_review SET undone_at = $1 WHERE school_id = $2 AND id = $3";
    constexpr db::Sql put_aside = R"(
        INSERT INTO undone_measure (school_id, review_id, target_id, rating, rated_by, rated_at)
        SELECT m.school_id, $1, m.target_id, m.rating, m.rated_by, m.rated_at
          FROM target t
          JOIN target_measure m ON m.school_id = t.school_id AND m.target_id = t.id AND m.occasion = 'after'
         WHERE t.school_id = $2 AND t.place_id = $3)";
    constexpr db::Sql clear = R"(
        DELETE FROM target_measure
         WHERE school_id = $1 AND occasion = 'after'
           AND target_id IN (SELECT t.id FROM target t WHERE t.school_id = $1 AND t.place_id = $2))";
    db.run(mark, at, school, reviewed.review);
    db.run(put_aside, reviewed.review, school, reviewed.place);
    db.run(clear, school, reviewed.place);
}

}  // namespace cases::store
