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

// Of two people who give one title in the same second, the index alone sees both. What was written is undone
// without the rest, so that the page can come back.
template <class Write>
Kept unless_titled(db::Connection& db, Write const& write) {
    db.savepoint();
    try {
        auto const kept = write();
        db.release_savepoint();
        return kept;
    } catch (db::Refused const& refused) {
        if (refused.gate != "session_plan_titled") throw;
        db.rollback_to_savepoint();
        db.release_savepoint();
        return Kept::title_taken;
    }
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

Kept add(db::Connection& db, SchoolId school, SessionPlan const& plan) {
    constexpr db::Sql sql = R"(
        INSERT INTO session_plan (school_id, id, title, minutes, needed, steps)
        VALUES ($1, $2, $3, $4, $5, $6))";
    return unless_titled(db, [&] {
        db.run(sql, school, plan.id, plan.title, plan.minutes, plan.needed, plan.steps);
        add_areas(db, school, plan.id, plan.areas);
        return Kept::yes;
    });
}

Kept change(
    db::Connection& db, SchoolId school, SessionPlanId const& plan, SessionPlanInput const& input, int version
) {
    constexpr db::Sql sql = R"(
        UPDATE session_plan SET title = $1, minutes = $2, needed = $3, steps = $4, version = version + 1
         WHERE school_id = $5 AND id = $6 AND version = $7)";
    constexpr db::Sql none = "DELETE FROM session_plan_area WHERE school_id = $1 AND plan_id = $2";
    return unless_titled(db, [&] {
        if (db.run(sql, input.title, input.minutes, input.needed, input.steps, school, plan, version) != 1)
            return Kept::changed_meanwhile;
        db.run(none, school, plan);
        add_areas(db, school, plan, input.areas);
        return Kept::yes;
    });
}

}  // namespace session_plans::store
