#include "sessions/plan_routes.hpp"

#include "sessions/actions.hpp"

namespace sessions {
namespace {

constexpr std::string_view not_the_plan_you_saw =
    "Someone changed the session or its plan while you wrote, so nothing is marked as reviewed. Read the "
    "plan "
    "as it is now, then mark it; your note is kept";

http::Response post_plan(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const plan = forms::plan(request.form);
    if (!plan) return again(visit, view_of(visit, *opened), request, plan.error());
    auto const written = write_plan_of_form(visit, request, opened->session, *plan);
    if (!written && written.error() == Refusal::changed_meanwhile)
        return beside_the_plan_of_another(visit, request, *opened);
    return answer(visit, request, *opened, written, Saved::plan);
}

http::Response post_plan_review(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const note = forms::plan_review(request.form);
    if (!note) return again(visit, view_of(visit, *opened), request, note.error());
    auto seen = opened->session;
    seen.version = forms::version(request.form);
    auto const reviewed = review_plan(visit, seen, *note);
    if (!reviewed && reviewed.error() == Refusal::changed_meanwhile)
        return again(visit, view_of(visit, *opened), request, {{"note", std::string(not_the_plan_you_saw)}});
    return answer(visit, request, *opened, reviewed, Saved::plan_review);
}

http::Response post_stand_in(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened || !(opened->delivers || opened->coordinates)) return http::not_found();
    auto const stand_in = StaffId::parse(request.form.value("stand_in"));
    if (stand_in && !request.form.has("all_the_same")) {
        auto const clashes = clashes_of_stand_in(visit, opened->programme, opened->session, *stand_in);
        if (!clashes.empty()) return warned(visit, request, *opened, "stand_in", clashes);
    }
    auto before = opened->session;
    before.version = forms::version(request.form);
    return answer(visit, request, *opened, name_stand_in(visit, before, stand_in), Saved::stand_in);
}

}  // namespace

Expected<void, Refusal> write_plan_of_form(
    Visit& visit, http::Request const& request, Session const& before, std::string const& plan
) {
    auto const version = forms::version(request.form);
    if (version != before.version) return refuse(Refusal::changed_meanwhile);
    return write_plan(visit, before, plan);
}

http::Response beside_the_plan_of_another(Visit& visit, http::Request const& request, Opened const& opened) {
    auto view = view_of(visit, opened);
    view.plan_of_another = opened.session.plan;
    return again(visit, view, request, {{"plan", in_words(Refusal::changed_meanwhile)}});
}

Routes plan_routes() {
    return {
        {"POST", "/sessions/{session}/plan", Permission::work_on_cases, post_plan},
        {"POST", "/sessions/{session}/plan-review", Permission::coordinate, post_plan_review},
        {"POST", "/sessions/{session}/stand-in", Permission::work_on_cases, post_stand_in},
    };
}

}  // namespace sessions
