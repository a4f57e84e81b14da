#include "programmes/session.hpp"
#include "sessions/opened_routes.hpp"
#include "visits/saving.hpp"

// The page of a session again, with what is wrong with what was sent.
namespace sessions {

http::Response again(
    Visit& visit, pages::View const& view, http::Request const& request, FormErrors const& errors
) {
    // What another form of the page holds was not sent along.
    auto typed = request.form;
    auto const stands = as_it_stands(view);
    for (auto const& [name, value] : stands.entries())
        if (!typed.has(name)) typed.add(name, value);
    return visit.form_again(pages::session(visit.frame.guard, view, {typed, errors}));
}

std::string field_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::in_the_future:
        case Refusal::before_the_start:
        case Refusal::before_it_was_planned:
        case Refusal::no_school_that_day:
        case Refusal::not_trained: return "held_on";
        case Refusal::school_closed_that_day:
        case Refusal::instead_in_the_past:
        case Refusal::instead_on_its_own_day: return "on";
        case Refusal::nobody_came:
        case Refusal::terms_end_before: return "instead";
        case Refusal::a_child_is_written_up:
        case Refusal::a_child_is_settled:
        case Refusal::programme_completed:
        case Refusal::put_off_again:
        case Refusal::done_in_its_place:
        case Refusal::closed_on_its_day:
        case Refusal::not_recorded_by_you: return "reason";
        case Refusal::nothing_to_undo:
        case Refusal::not_started:
        case Refusal::already_delivered:
        case Refusal::already_not_held:
        case Refusal::not_begun:
        case Refusal::not_yours:
        case Refusal::not_delivered_yet:
        case Refusal::no_consent_in_force:
        case Refusal::consent_to_another_form:
        case Refusal::not_asked_any_more:
        case Refusal::misplaces_a_child:
        case Refusal::nobody_else_came:
        case Refusal::not_in_the_programme_that_day:
        case Refusal::child_not_started:
        case Refusal::target_not_rated:
        case Refusal::absence_without_reason:
        case Refusal::impact_measured:
        case Refusal::case_closed:
        case Refusal::changed_meanwhile: return "main";
    }
    return "main";
}

http::Response answer(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    Expected<void, Refusal> const& result,
    Saved what
) {
    if (result) return visits::saved(programmes::path_of(opened.session.id), what);
    return again(
        visit, view_of(visit, opened), request, {{field_of(result.error()), in_words(result.error())}}
    );
}

http::Response warned(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    std::string_view field,
    std::vector<std::string> const& clashes
) {
    auto view = view_of(visit, opened);
    view.clashes = true;
    FormErrors errors;
    for (auto const& clash : clashes)
        errors.push_back(
            {std::string(field), clash + " Choose another, or tick that it stays so all the same"}
        );
    return again(visit, view, request, errors);
}

}  // namespace sessions
