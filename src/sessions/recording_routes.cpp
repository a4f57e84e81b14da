#include "sessions/recording_routes.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "sessions/actions.hpp"
#include "sessions/plan_routes.hpp"
#include "sessions/presence_actions.hpp"
#include "visits/saving.hpp"

namespace sessions {
namespace {

// Where nobody came, the form below has its reason and asks for the day instead.
http::Response not_held_instead(
    Visit& visit, pages::View const& view, http::Request request, Refusal refusal
) {
    request.form.add("why_not", std::string(word(programmes::WhyNot::pupil_absent)));
    for (auto const& child : view.children)
        if (auto const why = request.form.value(why_absent_field(child.place.id)); !why.empty())
            request.form.add(why_missed_field(child.place.id), std::string(why));
    return again(visit, view, request, {{field_of(refusal), in_words(refusal)}});
}

std::string why_not_named(Misplaced const& child, std::string const& forename, Date day) {
    auto const on_that_day = "on " + calendar::weekday_day_month(day);
    if (child.place.end_reason == cases::EndReason::consent_withdrawn)
        return "Consent for " + forename + " was withdrawn, and the place ended";
    if (!child.consented) return "Consent for " + forename + " was not in force " + on_that_day;
    if (!child.agreed_to_form) return "The yes for " + forename + " is to the other form of support";
    if (child.placed) return forename + " had not started " + on_that_day;
    return forename + " had no place in this programme " + on_that_day;
}

std::string what_is_misplaced(Misplaced const& child, std::string const& forename, Date day) {
    if (child.passed_over)
        return forename + " could come on " + calendar::weekday_day_month(day) +
               ", and this page had said nothing of them. Look whether they are here, and record the "
               "register again";
    return why_not_named(child, forename, day) + ", so nothing can be recorded about " + forename +
           " for that day. What else you entered is kept; record the register again";
}

// Who is misplaced is named, and everything that was typed stays.
http::Response without_these(
    Visit& visit, pages::View const& view, http::Request const& request, Register const& entered
) {
    FormErrors errors;
    need_to_know::Duty const duty(visit, visits::Permission::work_on_cases);
    for (auto const& child : misplaced_in(visit, view.programme, entered)) {
        auto const named = duty.names(child.place.pupil);
        if (!named) continue;
        bool const marked = std::ranges::any_of(view.children, [&](pages::Child const& listed) {
            return listed.place.id == child.place.id && listed.consented;
        });
        errors.push_back(
            {marked ? register_field(child.place.id) : "main",
             what_is_misplaced(child, named->forename(), entered.held_on)}
        );
    }
    if (errors.empty()) errors.push_back({"main", in_words(Refusal::misplaces_a_child)});
    return again(visit, view, request, errors);
}

http::Response post_delivery(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened || !opened->holds_it) return http::not_found();
    auto const view = view_of(visit, *opened);
    auto const entered =
        forms::the_register(request.form, listed(view.children), opened->programme.starts_on, visit.today);
    if (!entered) return again(visit, view, request, entered.error());
    auto const plan = forms::plan(request.form);
    if (!plan) return again(visit, view, request, plan.error());
    // The register takes no plan away: an empty field is one that nobody typed in.
    bool const replanned = !plan->empty() && *plan != opened->session.plan &&
                           opened->session.outcome == programmes::Outcome::planned;
    if (replanned && !write_plan_of_form(visit, request, opened->session, *plan))
        return beside_the_plan_of_another(visit, request, *opened);
    auto const result = deliver(visit, opened->session, *entered);
    if (!result && result.error() == Refusal::misplaces_a_child)
        return without_these(visit, view, request, *entered);
    if (!result && result.error() == Refusal::not_begun)
        return again(
            visit,
            view,
            request,
            {{"main", "This session can be recorded from " + from_when(opened->session) + ", when it begins"}}
        );
    if (!result && result.error() == Refusal::nobody_came)
        return not_held_instead(visit, view, request, result.error());
    return answer(visit, request, *opened, result, Saved::delivery);
}

http::Response post_undoing(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const reason = forms::undoing(request.form);
    if (!reason) return again(visit, view_of(visit, *opened), request, reason.error());
    return answer(
        visit, request, *opened, undo_delivery(visit, opened->session, *reason), Saved::delivery_undone
    );
}

http::Response post_undoing_absence(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const reason = forms::undoing(request.form);
    if (!reason) return again(visit, view_of(visit, *opened), request, reason.error());
    return answer(
        visit, request, *opened, undo_not_held(visit, opened->session, *reason), Saved::delivery_undone
    );
}

http::Response post_absence(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const view = view_of(visit, *opened);
    auto const entered = forms::not_held(request.form, listed(view.children), visit.today);
    if (!entered) return again(visit, view, request, entered.error());
    if (!request.form.has("all_the_same")) {
        auto const clashes = clashes_of_day_instead(visit, opened->programme, opened->session, *entered);
        auto const* const field = entered->instead == Instead::on_a_day ? "on" : "instead";
        if (!clashes.empty()) return warned(visit, request, *opened, field, clashes);
    }
    auto const noted = not_hold(visit, opened->session, *entered);
    if (!noted) return answer(visit, request, *opened, noted, Saved::not_held);
    return visits::saved(programmes::path_of(opened->programme.id), Saved::not_held);
}

}  // namespace

Routes recording_routes() {
    return {
        {"POST", "/sessions/{session}/delivery", Permission::deliver, post_delivery},
        {"POST", "/sessions/{session}/delivery/undoing", Permission::work_on_cases, post_undoing},
        {"POST", "/sessions/{session}/absence", Permission::work_on_cases, post_absence},
        {"POST", "/sessions/{session}/absence/undoing", Permission::work_on_cases, post_undoing_absence},
    };
}

}  // namespace sessions
