#include "referrals/discussion_store.hpp"

#include <algorithm>

#include "child_keys/about.hpp"

namespace referrals::discussion_store {
namespace {

struct AreaRow {
    DiscussionId discussion;
    std::string name;
    auto columns() { return std::tie(discussion, name); }
};

}  // namespace

std::vector<Discussion> discussions(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT d.id, d.held_on, d.present, d.outcome, d.reason, d.instead, d.information_from, d.information_by_on,
               s.name, d.made_at
          FROM discussion d
          JOIN staff s ON s.school_id = d.school_id AND s.id = d.made_by
         WHERE d.school_id = $1 AND d.case_id = $2
         ORDER BY d.made_at DESC, d.id DESC)";
    constexpr db::Sql areas = R"(
        SELECT a.discussion_id, t.name
          FROM discussion d
          JOIN agreed_area a ON a.school_id = d.school_id AND a.discussion_id = d.id
          JOIN target_area t ON t.school_id = a.school_id AND t.id = a.area_id
         WHERE d.school_id = $1 AND d.case_id = $2
         ORDER BY t.name)";
    auto all = db.all<Discussion>(sql, school, the_case);
    for (auto& [id, name] : db.all<AreaRow>(areas, school, the_case)) {
        auto const discussion = std::ranges::find(all, id, &Discussion::id);
        if (discussion != all.end()) discussion->area_names.push_back(std::move(name));
    }
    return all;
}

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    DiscussionId const& discussion,
    DiscussionInput const& said,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO discussion (school_id, id, case_id, held_on, present, outcome, reason, instead,
                                information_from, information_by_on, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))";
    constexpr db::Sql agree = R"(
        INSERT INTO agreed_area (school_id, discussion_id, area_id) VALUES ($1, $2, $3)
        ON CONFLICT (school_id, discussion_id, area_id) DO NOTHING)";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        discussion,
        the_case,
        said.held_on,
        said.present,
        said.outcome,
        about(said.reason),
        about(said.instead),
        said.information_from,
        said.information_by_on,
        by,
        at
    );
    for (auto const& area : said.areas) db.run(agree, school, discussion, area);
}

std::optional<Prioritisation> prioritisation(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT q.id, q.form, q.need, q.impact_on_learning, q.earlier_support, q.reason, s.name, q.made_at
          FROM prioritisation q
          JOIN staff s ON s.school_id = q.school_id AND s.id = q.made_by
         WHERE q.school_id = $1 AND q.case_id = $2
         ORDER BY q.made_at DESC, q.id DESC)";
    return db.one<Prioritisation>(sql, school, the_case);
}

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    PrioritisationId const& prioritisation,
    PrioritisationInput const& said,
    StaffId const& by,
    Instant at
) {
    constexpr db::Sql sql = R"(
        INSERT INTO prioritisation (school_id, id, case_id, form, need, impact_on_learning, earlier_support, reason,
                                    made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    auto const about = child_keys::about_case(db, school, the_case.text());
    db.run(
        sql,
        school,
        prioritisation,
        the_case,
        said.form,
        said.need,
        said.impact_on_learning,
        said.earlier_support,
        about(said.reason),
        by,
        at
    );
}

std::int64_t earlier_programmes(db::Connection& db, SchoolId school, CaseId const& the_case) {
    constexpr db::Sql sql = R"(
        SELECT count(DISTINCT p.case_id)
          FROM nurture_case n
          JOIN place p ON p.school_id = n.school_id AND p.pupil_id = n.pupil_id AND p.case_id <> n.id
         WHERE n.school_id = $1 AND n.id = $2)";
    return db.the<std::int64_t>(sql, school, the_case);
}

}  // namespace referrals::discussion_store
