#include "impact/store.hpp"

#include "cases/last_session_store.hpp"
#include "child_keys/about.hpp"

namespace impact::store {
namespace {

struct Reviewed {
    ImpactReviewId review;
    PlaceId place;
    auto columns() { return std::tie(review, place); }
};

}  // namespace

std::optional<ImpactReview> review_of(db::Connection& db, SchoolId school, PlaceId const& place) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.case_id, i.place_id, i.reviewer_id, f.name, i.reviewed_on, i.words, i.outcome
          FROM impact_review i
          JOIN staff f ON f.school_id = i.school_id AND f.id = i.reviewer_id
         WHERE i.school_id = $1 AND i.place_id = $2 AND i.undone_at IS NULL)";
    return db.one<ImpactReview>(sql, school, place);
}

void add(db::Connection& db, SchoolId school, ImpactReview const& review, Instant at) {
    constexpr db::Sql sql = R"(
        INSERT INTO impact_review (school_id, id, case_id, place_id, reviewer_id, reviewed_on, reviewed_at, words,
                                   outcome)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
    auto const about = child_keys::about_case(db, school, review.the_case.text());
    db.run(
        sql,
        school,
        review.id,
        review.the_case,
        review.place,
        review.reviewer,
        review.reviewed_on,
        at,
        about(review.words),
        review.outcome
    );
}

std::optional<ImpactReviewId> undo_review(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
) {
    constexpr db::Sql standing = R"(
        SELECT id, place_id FROM impact_review
         WHERE school_id = $1 AND case_id = $2 AND undone_at IS NULL
         ORDER BY reviewed_at DESC, id DESC
         LIMIT 1)";
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
    auto const reviewed = db.one<Reviewed>(standing, school, the_case);
    if (!reviewed) return std::nullopt;
    db.run(mark, at, school, reviewed->review);
    db.run(put_aside, reviewed->review, school, reviewed->place);
    db.run(clear, school, reviewed->place);
    return reviewed->review;
}

std::optional<Basis> basis_of(db::Connection& db, SchoolId school, PlaceId const& place) {
    using Statement = db::Joined<
        "SELECT ",
        cases::store::last_session_held_on,
        R"(,
               CASE t.end_reason WHEN 'completed' THEN t.ended_on END, v.impact_opens_weeks, v.impact_closes_weeks
          FROM place t
          JOIN programme g ON g.school_id = t.school_id AND g.id = t.programme_id
          JOIN policy_version v ON v.school_id = g.school_id AND v.id = g.policy_version_id
         WHERE t.school_id = $1 AND t.id = $2)">;
    return db.one<Basis>(Statement::sql, school, place);
}

bool delivered(db::Connection& db, SchoolId school, PlaceId const& place, StaffId const& person) {
    constexpr db::Sql sql = R"(
        SELECT here.id
          FROM place here
          JOIN place p ON p.school_id = here.school_id AND p.case_id = here.case_id
          JOIN programme g ON g.school_id = p.school_id AND g.id = p.programme_id
         WHERE here.school_id = $1 AND here.id = $2
           AND (p.id = here.id AND g.deliverer_id = $3
                OR EXISTS (SELECT 1 FROM session s
                            WHERE s.school_id = p.school_id AND s.programme_id = p.programme_id
                              AND s.delivered_by = $3
                              AND (p.id = here.id
                                   OR s.held_on BETWEEN p.allocated_on AND coalesce(p.ended_on, s.held_on)))))";
    return db.one<PlaceId>(sql, school, place, person).has_value();
}

std::vector<ToReview> to_review(db::Connection& db, SchoolId school, StaffId const& teacher, Date today) {
    using Statement = db::Joined<
        R"(
        SELECT t.id, t.programme_id, t.case_id, t.allocated_on, t.ended_on, t.end_reason, u.id,
               CASE u.preferred_forename WHEN '' THEN u.legal_forename ELSE u.preferred_forename END,
               CASE u.preferred_surname WHEN '' THEN u.legal_surname ELSE u.preferred_surname END,
               u.year_group, c.id, c.name, g.name,)",
        cases::store::last_session_held_on,
        R"(,
               t.ended_on, v.impact_opens_weeks, v.impact_closes_weeks
          FROM role_held h
          JOIN class c ON c.school_id = h.school_id AND c.id = h.class_id
          JOIN class_membership m ON m.school_id = c.school_id AND m.class_id = c.id AND m.starts_on <= $1
                                 AND (m.ends_on IS NULL OR m.ends_on >= $1)
          JOIN pupil u ON u.school_id = m.school_id AND u.id = m.pupil_id
          JOIN nurture_case n ON n.school_id = u.school_id AND n.pupil_id = u.id AND n.closed_at IS NULL
          JOIN place t ON t.school_id = n.school_id AND t.case_id = n.id AND t.end_reason = 'completed'
          JOIN programme g ON g.school_id = t.school_id AND g.id = t.programme_id
          JOIN policy_version v ON v.school_id = g.school_id AND v.id = g.policy_version_id
         WHERE h.school_id = $2 AND h.staff_id = $3 AND h.role = 'class_teacher' AND h.starts_on <= $1
           AND (h.ends_on IS NULL OR h.ends_on >= $1)
           AND NOT EXISTS (SELECT 1 FROM impact_review i
                            WHERE i.school_id = t.school_id AND i.place_id = t.id AND i.undone_at IS NULL)
         ORDER BY t.ended_on, t.id)">;
    return db.all<ToReview>(Statement::sql, today, school, teacher);
}

std::vector<FirstMeasurer> who_measured_before(db::Connection& db, SchoolId school, PlaceId const& place) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT f.id, f.name
          FROM target t
          JOIN target_measure m ON m.school_id = t.school_id AND m.target_id = t.id AND m.occasion = 'before'
          JOIN staff f ON f.school_id = m.school_id AND f.id = m.rated_by
         WHERE t.school_id = $1 AND t.place_id = $2 AND t.ended_on IS NULL
         ORDER BY f.name, f.id)";
    return db.all<FirstMeasurer>(sql, school, place);
}

std::vector<Week> weeks_of(db::Connection& db, SchoolId school, PlaceId const& place) {
    constexpr db::Sql sql = R"(
        SELECT s.held_on, e.attended, r.target_id, r.rating
          FROM evaluation e
          JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id AND s.outcome = 'delivered'
          LEFT JOIN target_rating r ON r.school_id = e.school_id AND r.evaluation_id = e.id
         WHERE e.school_id = $1 AND e.place_id = $2 AND e.writing = 'written'
         ORDER BY s.held_on, s.number, s.id)";
    return db.all<Week>(sql, school, place);
}

bool parent_waits(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT count(*) FROM concern
         WHERE school_id = $1 AND case_id = $2 AND source = 'parent' AND answer = '')";
    return db.the<std::int64_t>(sql, school, the_case) > 0;
}

std::optional<NextStep> next_step_of(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT n.id, n.next, n.what, n.reason, f.name, n.made_at
          FROM next_step n
          JOIN staff f ON f.school_id = n.school_id AND f.id = n.made_by
         WHERE n.school_id = $1 AND n.case_id = $2 AND n.undone_at IS NULL
         ORDER BY n.made_at DESC, n.id DESC)";
    return db.one<NextStep>(sql, school, the_case);
}

void add(
    db::Connection& db, SchoolId school, CaseId const& the_case, NextStep const& step, StaffId const& by
) {
    constexpr db::Sql sql = R"(
        INSERT INTO next_step (school_id, id, case_id, next, what, reason, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(sql, school, step.id, the_case, step.next, about(step.what), about(step.reason), by, step.made_at);
}

std::optional<NextStepId> undo_next_step(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
) {
    constexpr db::Sql sql = R"(
           UPDATE next_step SET undone_at = $1
            WHERE school_id = $2 AND case_id = $3 AND undone_at IS NULL
        RETURNING id)";
    return db.one<NextStepId>(sql, at, school, the_case);
}

}  // namespace impact::store
