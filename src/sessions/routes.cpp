#include "sessions/routes.hpp"

#include <algorithm>

#include "programmes/store.hpp"
#include "sessions/evaluation_routes.hpp"
#include "sessions/opened_routes.hpp"
#include "sessions/plan_routes.hpp"
#include "sessions/recording_routes.hpp"
#include "visits/saving.hpp"

namespace sessions {
namespace {

// The first of the programme after this one that is still to be held.
std::optional<Session> next_after(Visit& visit, Session const& this_one) {
    for (auto const& session : programmes::store::sessions(visit.db, visit.school, this_one.programme))
        if (session.outcome == programmes::Outcome::planned && session.planned_on > this_one.planned_on)
            return session;
    return std::nullopt;
}

// The first that is still to be held from today on; it may be the one that was just planned.
std::optional<Session> next_to_hold(Visit& visit, ProgrammeId const& programme) {
    for (auto const& session : programmes::store::sessions(visit.db, visit.school, programme))
        if (session.outcome == programmes::Outcome::planned && session.planned_on >= visit.today)
            return session;
    return std::nullopt;
}

void say_what_was_saved(Visit& visit, http::Request const& request, pages::View const& view) {
    auto const saved = visits::just_saved(request);
    if (!saved) return;
    auto const next =
        *saved == Saved::plan ? next_to_hold(visit, view.session.programme) : next_after(visit, view.session);
    visit.frame.banner = pages::saved(*saved, view, next);
}

// As the session stands; a plan of the library that is begun with goes below what its plan says, and is saved
// with it or not at all.
Fields fields_of(http::Request const& request, pages::View const& view) {
    auto const id = session_plans::SessionPlanId::parse(request.query.value("begin_with"));
    auto const& plans = view.plans_to_begin_with;
    auto const plan = std::ranges::find_if(plans, [&](auto const& one) { return id == one.id; });
    auto const fields = as_it_stands(view);
    if (plan == plans.end()) return fields;
    auto const& stands = view.session.plan;
    Fields begun({{"plan", (stands.empty() ? stands : stands + "\n\n") + as_a_beginning(*plan)}});
    for (auto const& [name, value] : fields.entries())
        if (name != "plan") begun.add(name, value);
    return begun;
}

http::Response get_session(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const view = view_of(visit, *opened);
    say_what_was_saved(visit, request, view);
    auto const fields = fields_of(request, view);
    return visit.page(pages::session(visit.frame.guard, view, {fields, FormErrors{}}));
}

}  // namespace

Routes routes() {
    Routes all{{"GET", "/sessions/{session}", Permission::work_on_cases, get_session}};
    for (auto const& more : {plan_routes(), recording_routes(), evaluation_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace sessions
