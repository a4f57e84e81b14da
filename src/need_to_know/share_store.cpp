#include "need_to_know/share_store.hpp"

#include <algorithm>
#include <functional>

namespace need_to_know::share_store {
namespace {

using visits::Role;

struct OfPersonRow {
    PupilId pupil;
    bool is_family = false;
    Share share;
    auto columns() { return std::tuple_cat(std::tie(pupil, is_family), share.columns()); }
};

}  // namespace

std::vector<Share> agreed(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT 'child', s.zone, s.staff_id, s.role, CAST(NULL AS TEXT),
               CASE WHEN s.answer = 'yes' AND o.outcome IS NULL THEN 1 ELSE 0 END, s.until_on, CAST(NULL AS BIGINT)
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id
          LEFT JOIN objection_answer o ON o.school_id = s.school_id AND o.share_id = s.id
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL
           AND (s.answer = 'yes' AND a.understands = 1 OR o.outcome = 'closes')
        UNION ALL
        SELECT 'child', s.zone, c.written_by, NULL, s.circle, 1, s.until_on, NULL
          FROM sharing_agreement a
          JOIN agreed_circle s ON s.school_id = a.school_id AND s.agreement_id = a.id
          LEFT JOIN concern c ON c.school_id = a.school_id AND c.case_id = a.case_id AND c.written_at <= a.made_at
                             AND s.circle = 'concern'
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL AND a.understands = 1
           AND (s.circle <> 'concern' OR c.written_by IS NOT NULL))";
    return db.all<Share>(sql, school, the_case);
}

std::vector<Share> opened(
    db::Connection& db,
    SchoolId school,
    PupilId const& pupil,
    std::optional<CaseId> const& open_case,
    Instant now
) {
    constexpr db::Sql sql = R"(
        SELECT 'senco', 'progress', a.staff_id, CAST(NULL AS TEXT), CAST(NULL AS TEXT), 1, a.until_on,
               CAST(NULL AS BIGINT)
          FROM named_share a
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.ended_at IS NULL
        UNION ALL
        SELECT 'reason', 'progress', o.staff_id, NULL, NULL, 1, NULL, o.until_at
          FROM opening o
         WHERE o.school_id = $1 AND o.pupil_id = $3 AND o.until_at > $4
        UNION ALL
        SELECT 'safeguarding', 'confidence', o.staff_id, NULL, NULL, 1, NULL, o.until_at
          FROM override o
         WHERE o.school_id = $1 AND o.pupil_id = $3 AND o.until_at > $4)";
    auto shares = db.all<Share>(sql, school, open_case, pupil, now);
    std::ranges::stable_sort(shares, std::greater(), &Share::until_at);
    return shares;
}

std::vector<StaffId> family(db::Connection& db, SchoolId school, PupilId const& pupil) {
    constexpr db::Sql sql = R"(
        SELECT w.staff_id
          FROM pupil_contact l
          JOIN contact_at_work w ON w.school_id = l.school_id AND w.contact_id = l.contact_id
         WHERE l.school_id = $1 AND l.pupil_id = $2)";
    return db.all<StaffId>(sql, school, pupil);
}

std::vector<PupilId> own_children(db::Connection& db, SchoolId school, StaffId const& staff) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT l.pupil_id
          FROM contact_at_work w
          JOIN pupil_contact l ON l.school_id = w.school_id AND l.contact_id = w.contact_id
         WHERE w.school_id = $1 AND w.staff_id = $2)";
    return db.all<PupilId>(sql, school, staff);
}

std::vector<OfPerson> of_person(
    db::Connection& db, SchoolId school, visits::Who const& who, Date today, Instant now
) {
    // In this order: a class teacher's own class first, and open cases before what children ever answered.
    // What is answered to class teachers is meant for whoever teaches the child now, and for no former one.
    constexpr db::Sql sql = R"(
        SELECT n.pupil_id, 0, 'child', s.zone, s.staff_id, s.role, CAST(NULL AS TEXT),
               CASE s.answer WHEN 'yes' THEN 1 ELSE 0 END, s.until_on, CAST(NULL AS BIGINT)
          FROM agreed_share s
          JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id AND a.replaced_at IS NULL
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id AND n.closed_at IS NULL
         WHERE s.school_id = $1 AND s.staff_id = $2 AND a.understands = 1
        UNION ALL
        SELECT n.pupil_id, 0, 'child', s.zone, NULL, s.role, NULL,
               CASE WHEN s.answer = 'yes' AND o.outcome IS NULL THEN 1 ELSE 0 END, s.until_on, NULL
          FROM role_held r
         CROSS JOIN class_membership m
         CROSS JOIN nurture_case n
         CROSS JOIN sharing_agreement a
         CROSS JOIN agreed_share s
          LEFT JOIN objection_answer o ON o.school_id = s.school_id AND o.share_id = s.id
         WHERE r.school_id = $1 AND r.staff_id = $2 AND r.role = $3
           AND m.school_id = r.school_id AND m.class_id = r.class_id
           AND m.starts_on <= $4 AND (m.ends_on IS NULL OR m.ends_on >= $4)
           AND n.school_id = m.school_id AND n.pupil_id = m.pupil_id AND n.closed_at IS NULL
           AND a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL
           AND s.school_id = a.school_id AND s.agreement_id = a.id AND coalesce(s.role, '') = r.role
           AND (s.answer = 'yes' AND a.understands = 1 OR o.outcome = 'closes')
        UNION ALL
        SELECT n.pupil_id, 0, 'child', s.zone, NULL, s.role, NULL,
               CASE WHEN s.answer = 'yes' AND o.outcome IS NULL THEN 1 ELSE 0 END, s.until_on, NULL
          FROM nurture_case n
         CROSS JOIN sharing_agreement a
         CROSS JOIN agreed_share s
          LEFT JOIN objection_answer o ON o.school_id = s.school_id AND o.share_id = s.id
         WHERE coalesce(CAST($5 AS TEXT), CAST($6 AS TEXT)) IS NOT NULL
           AND n.school_id = $1 AND n.closed_at IS NULL
           AND a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL
           AND s.school_id = a.school_id AND s.agreement_id = a.id AND s.role IN ($5, $6)
           AND (s.answer = 'yes' AND a.understands = 1 OR o.outcome = 'closes')
        UNION ALL
        SELECT n.pupil_id, 0, 'senco', 'progress', a.staff_id, NULL, NULL, 1, a.until_on, NULL
          FROM named_share a
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id AND n.closed_at IS NULL
         WHERE a.school_id = $1 AND a.staff_id = $2 AND a.ended_at IS NULL
        UNION ALL
        SELECT o.pupil_id, 0, 'reason', 'progress', o.staff_id, NULL, NULL, 1, NULL, o.until_at
          FROM opening o
         WHERE o.school_id = $1 AND o.staff_id = $2 AND o.until_at > $7
        UNION ALL
        SELECT o.pupil_id, 0, 'safeguarding', 'confidence', o.staff_id, NULL, NULL, 1, NULL, o.until_at
          FROM override o
         WHERE o.school_id = $1 AND o.staff_id = $2 AND o.until_at > $7
        UNION ALL
        SELECT n.pupil_id, 0, 'child', s.zone, NULL, NULL, s.circle, 1, s.until_on, NULL
          FROM agreed_circle s
          JOIN sharing_agreement a ON a.school_id = s.school_id AND a.id = s.agreement_id AND a.replaced_at IS NULL
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id AND n.closed_at IS NULL
         WHERE s.school_id = $1 AND a.understands = 1
           AND (s.circle = $8
                OR s.circle = 'concern'
                   AND EXISTS (SELECT 1 FROM concern c
                                WHERE c.school_id = n.school_id AND c.case_id = n.id AND c.written_by = $2
                                  AND c.written_at <= a.made_at))
        UNION ALL
        SELECT l.pupil_id, 1, 'child', 'headline', w.staff_id, NULL, NULL, 0, NULL, NULL
          FROM contact_at_work w
          JOIN pupil_contact l ON l.school_id = w.school_id AND l.contact_id = w.contact_id
         WHERE w.school_id = $1 AND w.staff_id = $2)";
    auto const if_held = [&](Role role) { return who.holds(role) ? std::optional(role) : std::nullopt; };
    auto const if_assists =
        who.holds(Role::nurture_assistant) ? std::optional(Circle::support) : std::nullopt;
    auto rows = db.all<OfPersonRow>(
        sql,
        school,
        who.staff,
        if_held(Role::class_teacher),
        today,
        if_held(Role::senco),
        if_held(Role::headteacher),
        now,
        if_assists
    );
    std::ranges::stable_sort(rows, std::greater(), [](OfPersonRow const& row) { return row.share.until_at; });
    std::vector<OfPerson> found;
    for (auto const& row : rows)
        found.push_back({row.pupil, row.is_family ? std::nullopt : std::optional(row.share)});
    return found;
}

}  // namespace need_to_know::share_store
