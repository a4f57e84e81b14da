#include "cases/undoing_store.hpp"

#include "child_keys/about.hpp"

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
    auto const about = child_keys::about_step(db, school, taken.id.text());
    db.run(sql, at, by, about(reason), school, taken.id);
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
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(keep, id, at, by, about(reason), school, the_case);
    db.run(open, school, the_case);
}

}  // namespace cases::store
