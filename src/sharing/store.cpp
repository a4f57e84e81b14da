#include "sharing/store.hpp"

#include <algorithm>

#include "child_keys/about.hpp"
#include "db/joined_sql.hpp"

namespace sharing::store {
namespace {

struct DutyRow {
    Role role{};
    std::string name;
    auto columns() { return std::tie(role, name); }
};
struct NamedRow {
    StaffId staff;
    std::string name;
    auto columns() { return std::tie(staff, name); }
};

// In a statement with a case as n, its standing agreement as a, and $3 as today: what the child lets the
// class teacher know in confidence is told to somebody who was none of the class when the child said so. No
// event tells of it, since a role begins and ends by its own date.
constexpr db::Part told_another_class_teacher = R"(
    EXISTS (SELECT 1 FROM agreed_share s
              JOIN class_membership m ON m.school_id = s.school_id AND m.pupil_id = n.pupil_id
                                     AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on >= $3)
              JOIN role_held r ON r.school_id = m.school_id AND r.class_id = m.class_id AND r.role = 'class_teacher'
                              AND r.starts_on > a.asked_on AND r.starts_on <= $3
                              AND (r.ends_on IS NULL OR r.ends_on >= $3)
             WHERE s.school_id = a.school_id AND s.agreement_id = a.id AND s.role = 'class_teacher'
               AND s.zone = 'confidence' AND s.answer = 'yes' AND (s.until_on IS NULL OR s.until_on >= $3)
               AND NOT EXISTS (SELECT 1 FROM role_held b
                                WHERE b.school_id = r.school_id AND b.class_id = r.class_id
                                  AND b.role = 'class_teacher' AND b.staff_id = r.staff_id
                                  AND b.starts_on <= a.asked_on
                                  AND (b.ends_on IS NULL OR b.ends_on >= a.asked_on))))";

// Likewise: a door that the child opened until a day has closed again.
constexpr db::Part a_day_is_over = R"(
    (EXISTS (SELECT 1 FROM agreed_share s
              WHERE s.school_id = a.school_id AND s.agreement_id = a.id AND s.answer = 'yes' AND s.until_on < $3)
     OR EXISTS (SELECT 1 FROM agreed_circle s
                 WHERE s.school_id = a.school_id AND s.agreement_id = a.id AND s.until_on < $3)))";

std::vector<std::pair<StaffId, std::string>> with_their_names(std::vector<NamedRow> rows) {
    std::vector<std::pair<StaffId, std::string>> people;
    for (auto& row : rows) people.emplace_back(row.staff, std::move(row.name));
    return people;
}

}  // namespace

std::vector<AskedAbout> with_a_duty(
    db::Connection& db, SchoolId school, std::optional<visits::ClassId> const& class_id, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT r.role, f.name
          FROM role_held r
          JOIN staff f ON f.school_id = r.school_id AND f.id = r.staff_id
         WHERE r.school_id = $1 AND r.starts_on <= $2 AND (r.ends_on IS NULL OR r.ends_on >= $2)
           AND (f.left_on IS NULL OR f.left_on > $2)
           AND (r.role IN ('senco', 'headteacher') OR r.role = 'class_teacher' AND r.class_id = $3)
         ORDER BY r.role, f.name)";
    std::vector<AskedAbout> about;
    for (auto const& [role, name] : db.all<DutyRow>(sql, school, today, class_id)) {
        if (!about.empty() && about.back().role == role)
            about.back().name += " and " + name;
        else
            about.push_back({.role = role, .staff = {}, .name = name});
    }
    return about;
}

std::vector<AskedAbout> named_before(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT s.staff_id, f.name
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id AND s.staff_id IS NOT NULL
          JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id AND f.left_on IS NULL
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL
         ORDER BY f.name)";
    constexpr db::Sql circles = R"(
        SELECT DISTINCT s.circle
          FROM sharing_agreement a
          JOIN agreed_circle s ON s.school_id = a.school_id AND s.agreement_id = a.id
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL
         ORDER BY s.circle)";
    std::vector<AskedAbout> about;
    for (auto const& [staff, name] : db.all<NamedRow>(sql, school, the_case))
        about.push_back({.role = {}, .staff = staff, .name = name});
    for (auto const circle : db.all<Circle>(circles, school, the_case))
        about.push_back({.role = {}, .staff = {}, .name = std::string(in_words(circle)), .circle = circle});
    return about;
}

std::vector<std::pair<StaffId, std::string>> who_raised_a_concern(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name
          FROM staff f
         WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
           AND EXISTS (SELECT 1 FROM concern c
                        WHERE c.school_id = f.school_id AND c.case_id = $3 AND c.written_by = f.id)
         ORDER BY f.name, f.id)";
    return with_their_names(db.all<NamedRow>(sql, school, today, the_case));
}

std::vector<std::pair<StaffId, std::string>> who_know_by_name(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
) {
    constexpr db::Sql sql = R"(
        SELECT f.id, f.name
          FROM staff f
         WHERE f.school_id = $1 AND (f.left_on IS NULL OR f.left_on > $2)
           AND EXISTS (SELECT 1 FROM named_share s
                        WHERE s.school_id = f.school_id AND s.case_id = $3 AND s.staff_id = f.id
                          AND s.ended_at IS NULL AND s.until_on >= $2)
         ORDER BY f.name, f.id)";
    return with_their_names(db.all<NamedRow>(sql, school, today, the_case));
}

std::vector<LastWord> last_words(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.zone, s.role, s.staff_id, CAST(NULL AS TEXT), CASE s.answer WHEN 'yes' THEN 1 ELSE 0 END, s.until_on
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL
           AND (s.role IS NULL OR s.role <> 'class_teacher'
                OR NOT EXISTS (SELECT 1 FROM class_membership m
                                WHERE m.school_id = n.school_id AND m.pupil_id = n.pupil_id
                                  AND m.starts_on > a.asked_on))
        UNION ALL
        SELECT s.zone, NULL, NULL, s.circle, 1, s.until_on
          FROM sharing_agreement a
          JOIN agreed_circle s ON s.school_id = a.school_id AND s.agreement_id = a.id
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL)";
    return db.all<LastWord>(sql, school, the_case);
}

std::vector<Agreement> agreements(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql askings = R"(
        SELECT a.id, a.asked_on, f.name, a.understands, a.why_judged, CASE WHEN a.replaced_at IS NULL THEN 1 ELSE 0 END
          FROM sharing_agreement a
          JOIN staff f ON f.school_id = a.school_id AND f.id = a.asked_by
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY a.made_at DESC, a.id DESC)";
    constexpr db::Sql answers = R"(
        SELECT s.agreement_id, s.id, s.zone, s.role, CAST(NULL AS TEXT), coalesce(f.name, ''),
               CASE s.answer WHEN 'yes' THEN 1 ELSE 0 END, s.until_on, o.outcome, coalesce(o.reason, '')
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id
          LEFT JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id
          LEFT JOIN objection_answer o ON o.school_id = s.school_id AND o.share_id = s.id
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY s.id)";
    constexpr db::Sql circles = R"(
        SELECT s.agreement_id, s.id, s.zone, CAST(NULL AS TEXT), s.circle, '', 1, s.until_on,
               CAST(NULL AS TEXT), ''
          FROM sharing_agreement a
          JOIN agreed_circle s ON s.school_id = a.school_id AND s.agreement_id = a.id
         WHERE a.school_id = $1 AND a.case_id = $2
         ORDER BY s.id)";
    auto found = db.all<Agreement>(askings, school, the_case);
    if (found.empty()) return found;
    for (auto const sql : {answers, circles})
        for (auto& answer : db.all<AnswerTold>(sql, school, the_case)) {
            auto const of = std::ranges::find(found, answer.agreement, &Agreement::id);
            if (of != found.end()) of->answers.push_back(std::move(answer));
        }
    return found;
}

std::vector<NamedShare> named_shares(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.id, f.name, s.reason, b.name, s.until_on, CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END
          FROM named_share s
          JOIN staff f ON f.school_id = s.school_id AND f.id = s.staff_id
          JOIN staff b ON b.school_id = s.school_id AND b.id = s.shared_by
         WHERE s.school_id = $1 AND s.case_id = $2
         ORDER BY s.shared_at DESC, s.id DESC)";
    return db.all<NamedShare>(sql, school, the_case);
}

void replace(db::Connection& db, SchoolId school, NewAgreement const& made) {
    constexpr db::Sql end_the_last = R"(
        UPDATE sharing_agreement SET replaced_at = $1
         WHERE school_id = $2 AND case_id = $3 AND replaced_at IS NULL)";
    constexpr db::Sql add_it = R"(
        INSERT INTO sharing_agreement (school_id, id, case_id, asked_on, asked_by, understands, why_judged, made_at)
        VALUES ($1, $2, $3, $4, $5, CAST($6 AS INTEGER), $7, $8))";
    db.run(end_the_last, made.made_at, school, made.the_case);
    auto const about = child_keys::about_case(db, school, made.the_case.text());
    db.run(
        add_it,
        school,
        made.id,
        made.the_case,
        made.asked_on,
        made.asked_by,
        made.understands ? 1 : 0,
        about(made.why_judged),
        made.made_at
    );
}

void add(db::Connection& db, SchoolId school, AgreementId const& agreement, Answer const& answer) {
    constexpr db::Sql of_circle = R"(
        INSERT INTO agreed_circle (school_id, id, agreement_id, circle, zone, until_on)
        VALUES ($1, $2, $3, $4, $5, $6))";
    if (answer.circle) {
        db.run(of_circle, school, answer.id, agreement, answer.circle, answer.zone, answer.until_on);
        return;
    }
    constexpr db::Sql sql = R"(
        INSERT INTO agreed_share (school_id, id, agreement_id, zone, staff_id, role, answer, until_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
    db.run(
        sql,
        school,
        answer.id,
        agreement,
        answer.zone,
        answer.staff,
        answer.role,
        answer.yes ? "yes" : "no",
        answer.until_on
    );
}

void answer_objection(
    db::Connection& db, SchoolId school, ObjectionInput const& said, StaffId const& by, Instant now
) {
    constexpr db::Sql sql = R"(
        INSERT INTO objection_answer (school_id, share_id, outcome, reason, answered_by, answered_at)
        VALUES ($1, $2, $3, $4, $5, $6))";
    auto const about = child_keys::about_agreed_share(db, school, said.answer.text());
    db.run(sql, school, said.answer, said.outcome, about(said.reason), by, now);
}

std::vector<Answered> answered_objections(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT s.role, o.outcome, o.reason, o.answered_by, o.answered_at
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id
          JOIN objection_answer o ON o.school_id = s.school_id AND o.share_id = s.id
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id
         WHERE a.school_id = $1 AND a.case_id = $2 AND a.replaced_at IS NULL
           AND (s.role <> 'class_teacher'
                OR NOT EXISTS (SELECT 1 FROM class_membership m
                                WHERE m.school_id = n.school_id AND m.pupil_id = n.pupil_id
                                  AND m.starts_on > a.asked_on))
         ORDER BY s.id)";
    return db.all<Answered>(sql, school, the_case);
}

void end_what_is_over(
    db::Connection& db, SchoolId school, CaseId const& the_case, StaffId const& by, Date today, Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE named_share SET ended_by = $1, ended_at = $2
         WHERE school_id = $3 AND case_id = $4 AND ended_at IS NULL AND until_on < $5)";
    db.run(sql, by, now, school, the_case, today);
}

bool add(db::Connection& db, SchoolId school, NewShare const& made) {
    constexpr db::Sql sql = R"(
        INSERT INTO named_share (school_id, id, case_id, staff_id, reason, shared_by, shared_at, until_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (school_id, case_id, staff_id) WHERE ended_at IS NULL DO NOTHING)";
    auto const about = child_keys::about_case(db, school, made.the_case.text());
    return db.run(
               sql,
               school,
               made.id,
               made.the_case,
               made.said.staff,
               about(made.said.reason),
               made.by,
               made.at,
               made.said.until_on
           ) == 1;
}

bool end(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    NamedShareId const& id,
    StaffId const& by,
    Instant now
) {
    constexpr db::Sql sql = R"(
        UPDATE named_share SET ended_by = $1, ended_at = $2
         WHERE school_id = $3 AND case_id = $4 AND id = $5 AND ended_at IS NULL)";
    return db.run(sql, by, now, school, the_case, id) == 1;
}

std::vector<Objection> waiting_objections(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT n.id, p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               s.role, a.asked_on
          FROM sharing_agreement a
          JOIN agreed_share s ON s.school_id = a.school_id AND s.agreement_id = a.id AND s.answer = 'no'
                             AND s.zone = 'progress'
          JOIN nurture_case n ON n.school_id = a.school_id AND n.id = a.case_id AND n.closed_at IS NULL
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE a.school_id = $1 AND a.replaced_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM objection_answer o WHERE o.school_id = s.school_id AND o.share_id = s.id)
         ORDER BY a.asked_on, s.id)";
    return db.all<Objection>(sql, school);
}

std::optional<Moment> time_to_ask(db::Connection& db, SchoolId school, CaseId const& the_case, Date today) {
    constexpr auto sql = db::Joined<
        R"(
        SELECT n.to_be_asked
          FROM nurture_case n
         WHERE n.school_id = $1 AND n.id = $2 AND n.to_be_asked IS NOT NULL AND n.closed_at IS NULL
        UNION ALL
        SELECT 'class'
          FROM nurture_case n
          JOIN sharing_agreement a ON a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL
         WHERE n.school_id = $1 AND n.id = $2 AND n.closed_at IS NULL AND a.understands = 1 AND )",
        told_another_class_teacher,
        R"(
        UNION ALL
        SELECT 'day_over'
          FROM nurture_case n
          JOIN sharing_agreement a ON a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL
         WHERE n.school_id = $1 AND n.id = $2 AND n.closed_at IS NULL AND a.understands = 1 AND )",
        a_day_is_over>::sql;
    auto const moments = db.all<Moment>(sql, school, the_case, today);
    auto const first = std::ranges::min_element(moments);  // what is kept on the case comes first
    if (first == moments.end()) return std::nullopt;
    return *first;
}

// Who has a place, and a door of whom has closed again or leads to somebody else, are few: they are found
// from the deliverer's own places.
std::vector<ToAsk> to_ask(db::Connection& db, SchoolId school, StaffId const& deliverer, Date today) {
    constexpr auto sql = db::Joined<
        R"(
        SELECT n.id, p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               n.to_be_asked
          FROM nurture_case n
          JOIN place l ON l.school_id = n.school_id AND l.case_id = n.id AND l.ended_on IS NULL
          JOIN programme g ON g.school_id = l.school_id AND g.id = l.programme_id
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE n.school_id = $1 AND n.to_be_asked IS NOT NULL AND n.closed_at IS NULL AND g.deliverer_id = $2
        UNION ALL
        SELECT n.id, p.id, CASE p.preferred_forename WHEN '' THEN p.legal_forename ELSE p.preferred_forename END,
               CASE WHEN )",
        told_another_class_teacher,
        R"( THEN 'class' ELSE 'day_over' END
          FROM programme g
          JOIN place l ON l.school_id = g.school_id AND l.programme_id = g.id AND l.ended_on IS NULL
          JOIN nurture_case n ON n.school_id = l.school_id AND n.id = l.case_id AND n.closed_at IS NULL
          JOIN sharing_agreement a ON a.school_id = n.school_id AND a.case_id = n.id AND a.replaced_at IS NULL
          JOIN pupil p ON p.school_id = n.school_id AND p.id = n.pupil_id
         WHERE g.school_id = $1 AND g.deliverer_id = $2 AND g.completed_on IS NULL AND n.to_be_asked IS NULL
           AND a.understands = 1
           AND ()",
        told_another_class_teacher,
        " OR ",
        a_day_is_over,
        R"()
         ORDER BY 1)">::sql;
    return db.all<ToAsk>(sql, school, deliverer, today);
}

}  // namespace sharing::store
