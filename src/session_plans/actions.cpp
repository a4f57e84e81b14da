#include "session_plans/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "session_plans/store.hpp"
#include "strategies/store.hpp"

namespace session_plans {
namespace {

using records::Action;
using records::text_of;

bool are_areas(Visit& visit, std::vector<AreaId> const& chosen) {
    auto const areas = strategies::store::areas(visit.db, visit.school);
    return std::ranges::all_of(chosen, [&](AreaId const& area) {
        return std::ranges::find(areas, area, &TargetArea::id) != areas.end();
    });
}

std::optional<Refusal> refusal_of(store::Kept kept) {
    switch (kept) {
        case store::Kept::yes: return std::nullopt;
        case store::Kept::title_taken: return Refusal::title_taken;
        case store::Kept::changed_meanwhile: return Refusal::changed_meanwhile;
    }
    return std::nullopt;
}

std::string listed(std::vector<AreaId> const& areas) {
    std::vector<std::string> ids;
    for (auto const& area : areas) ids.push_back(text_of(area));
    return text::joined(ids, " ");
}

}  // namespace

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::unknown_area: return "Choose what the plan is for";
        case Refusal::title_taken: return "Enter another name: a plan has this one already";
        case Refusal::gone: return "This plan is no longer there";
        case Refusal::changed_meanwhile:
            return "Someone changed this plan while you wrote. Both stand below; keep what is best";
    }
    return {};
}

Expected<SessionPlanId, Refusal> add(Visit& visit, SessionPlanInput const& input) {
    if (!are_areas(visit, input.areas)) return refuse(Refusal::unknown_area);
    SessionPlan const plan{
        .id = visit.new_id<SessionPlanId>(),
        .title = input.title,
        .minutes = input.minutes,
        .needed = input.needed,
        .steps = input.steps,
        .areas = input.areas};
    if (auto const why_not = refusal_of(store::add(visit.db, visit.school, plan))) return refuse(*why_not);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "session_plan",
         .subject_id = text_of(plan.id),
         .fields =
             {{"title", "", plan.title},
              {"minutes", "", std::to_string(plan.minutes)},
              {"needed", "", plan.needed},
              {"steps", "", plan.steps},
              {"areas", "", listed(plan.areas)}}}
    );
    return plan.id;
}

Expected<void, Refusal> change(
    Visit& visit, SessionPlanId const& plan, SessionPlanInput const& input, int version
) {
    auto const before = store::find(visit.db, visit.school, plan);
    if (!before) return refuse(Refusal::gone);
    if (!are_areas(visit, input.areas)) return refuse(Refusal::unknown_area);
    auto const kept = store::change(visit.db, visit.school, plan, input, version);
    if (auto const why_not = refusal_of(kept)) return refuse(*why_not);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "session_plan",
         .subject_id = text_of(plan),
         .fields =
             {{"title", before->title, input.title},
              {"minutes", std::to_string(before->minutes), std::to_string(input.minutes)},
              {"needed", before->needed, input.needed},
              {"steps", before->steps, input.steps},
              {"areas", listed(before->areas), listed(input.areas)}}}
    );
    return {};
}

}  // namespace session_plans
