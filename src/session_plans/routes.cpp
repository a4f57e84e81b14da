#include "session_plans/routes.hpp"

#include "session_plans/actions.hpp"
#include "session_plans/forms.hpp"
#include "session_plans/pages.hpp"
#include "session_plans/store.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace session_plans {
namespace {

using http::Request;
using http::Response;

std::vector<TargetArea> areas_of(Visit const& visit) {
    return strategies::store::areas(visit.db, visit.school);
}

// Under which field a refusal stands.
std::string_view field_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::unknown_area: return "areas";
        case Refusal::title_taken: return "title";
        case Refusal::gone:
        case Refusal::changed_meanwhile: return "steps";
    }
    return {};
}

FormErrors errors_of(Refusal refusal) { return {{std::string(field_of(refusal)), in_words(refusal)}}; }

Response show_library(Visit& visit, Request const& request) {
    return visit.page(pages::library(
        {.plans = store::all(visit.db, visit.school),
         .areas = areas_of(visit),
         .chosen = AreaId::parse(request.query.value("area"))}
    ));
}

Response show_new(Visit& visit, Request const&) {
    return visit.page(pages::new_plan(visit.frame.guard, areas_of(visit), design::blank()));
}

Response post_new(Visit& visit, Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::new_plan(visit.frame.guard, areas_of(visit), {request.form, errors}));
    };
    auto const input = forms::plan(request.form);
    if (!input) return again(input.error());
    if (auto const added = add(visit, *input); !added) return again(errors_of(added.error()));
    return visits::saved(path(), Saved::plan);
}

Response show_edit(Visit& visit, Request const& request) {
    auto const id = request.id<SessionPlanId>("plan");
    auto const plan = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!plan) return http::not_found();
    auto const typed = forms::typed(*plan);
    return visit.page(pages::edit_plan(
        visit.frame.guard, areas_of(visit), {.plan = *id, .version = plan->version}, {typed, {}}
    ));
}

Response post_edit(Visit& visit, Request const& request) {
    auto const id = request.id<SessionPlanId>("plan");
    auto const stands = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!stands) return http::not_found();
    pages::Edit edit{.plan = *id, .version = forms::version(request.form)};
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::edit_plan(visit.frame.guard, areas_of(visit), edit, {request.form, errors})
        );
    };
    auto const input = forms::plan(request.form);
    if (!input) return again(input.error());
    auto const changed = change(visit, *id, *input, edit.version);
    if (changed) return visits::saved(path(), Saved::plan);
    if (changed.error() == Refusal::changed_meanwhile) {
        edit.version = stands->version;
        edit.stands = stands;
    }
    return again(errors_of(changed.error()));
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/session-plans", Permission::work_on_cases, show_library},
        {"GET", "/session-plans/new", Permission::work_on_cases, show_new},
        {"POST", "/session-plans", Permission::work_on_cases, post_new},
        {"GET", "/session-plans/{plan}", Permission::work_on_cases, show_edit},
        {"POST", "/session-plans/{plan}", Permission::work_on_cases, post_edit},
    };
    for (auto& route : all) route.free_text = FreeText::not_about_a_child;
    return all;
}

}  // namespace session_plans
