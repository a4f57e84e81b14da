#include "session_plans/store.hpp"

#include <algorithm>

namespace session_plans::store {
namespace {

struct AreaRow {
    SessionPlanId plan;
    AreaId area;
    auto columns() { return std::tie(plan, area); }
};

void add_areas(
    db::Connection& db, SchoolId school, SessionPlanId const& plan, std::vector<AreaId> const& areas
) {
    constexpr db::Sql sql = R"(
        INSERT INTO session_plan_area (school_id, plan_id, area_id) VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING)";
    for (auto const& area : areas) db.run(sql, school, plan, area);
}

}  // namespace

std::vector<SessionPlan> all(db::Connection& db, SchoolId school) {
    constexpr db::Sql plans = R"(
        SELECT id, title, minutes, needed, steps, version
          FROM session_plan
         WHERE school_id = $1
         ORDER BY lower(title), id)";
    constexpr db::Sql areas = R"(
        SELECT plan_id, area_id FROM session_plan_area WHERE school_id = $1 ORDER BY plan_id, area_id)";
    auto found = db.all<SessionPlan>(plans, school);
    for (auto const& row : db.all<AreaRow>(areas, school))
        std::ranges::find(found, row.plan, &SessionPlan::id)->areas.push_back(row.area);
    return found;
}

std::vector<SessionPlan> of_areas(db::Connection& db, SchoolId school, std::span<AreaId const> areas) {
    auto found = all(db, school);
    std::erase_if(found, [&](SessionPlan const& plan) {
        return std::ranges::none_of(areas, [&](AreaId const& area) { return plan.is_for(area); });
    });
    return found;
}

std::optional<SessionPlan> find(db::Connection& db, SchoolId school, SessionPlanId const& plan) {
    constexpr db::Sql sql = R"(
        SELECT id, title, minutes, needed, steps, version FROM session_plan WHERE school_id = $1 AND id = $2)";
    constexpr db::Sql areas = R"(
        SELECT area_id FROM session_plan_area WHERE school_id = $1 AND plan_id = $2 ORDER BY area_id)";
    auto found = db.one<SessionPlan>(sql, school, plan);
    if (found) found->areas = db.all<AreaId>(areas, school, plan);
    return found;
}

bool is_titled(db::Connection& db, SchoolId school, std::string const& title, SessionPlanId const& but_for) {
    constexpr db::Sql sql = R"(
        SELECT id FROM session_plan WHERE school_id = $1 AND lower(title) = lower($2) AND id <> $3)";
    return db.one<SessionPlanId>(sql, school, title, but_for).has_value();
}

void add(db::Connection& db, SchoolId school, SessionPlan const& plan) {
    constexpr db::Sql sql = R"(
        INSERT INTO session_plan (school_id, id, title, minutes, needed, steps)
        VALUES ($1, $2, $3, $4, $5, $6))";
    db.run(sql, school, plan.id, plan.title, plan.minutes, plan.needed, plan.steps);
    add_areas(db, school, plan.id, plan.areas);
}

bool change(
    db::Connection& db, SchoolId school, SessionPlanId const& plan, SessionPlanInput const& input, int version
) {
    constexpr db::Sql sql = R"(
        UPDATE session_plan SET title = $1, minutes = $2, needed = $3, steps = $4, version = version + 1
         WHERE school_id = $5 AND id = $6 AND version = $7)";
    constexpr db::Sql none = "DELETE FROM session_plan_area WHERE school_id = $1 AND plan_id = $2";
    if (db.run(sql, input.title, input.minutes, input.needed, input.steps, school, plan, version) != 1)
        return false;
    db.run(none, school, plan);
    add_areas(db, school, plan, input.areas);
    return true;
}

}  // namespace session_plans::store
