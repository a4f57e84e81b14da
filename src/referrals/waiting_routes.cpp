#include "referrals/waiting_routes.hpp"

#include "referrals/case_actions.hpp"
#include "referrals/forms.hpp"
#include "referrals/waiting_actions.hpp"
#include "referrals/waiting_pages.hpp"
#include "referrals/waiting_store.hpp"
#include "visits/saving.hpp"

namespace referrals {
namespace {

using http::Request;
using http::Response;
using Form = pages::Refused::Form;

design::Page list_page(Visit const& visit, std::optional<pages::Refused> const& refused) {
    auto lines = waiting_list(visit);
    auto by_year = times_by_year(lines, visit.today);
    auto by_source = times_by_source(lines, visit.today);
    return pages::waiting_list(
        visit.frame.guard,
        {.lines = std::move(lines),
         .by_year = std::move(by_year),
         .by_source = std::move(by_source),
         .today = visit.today,
         .may_change = visit.who.may(Permission::coordinate)},
        refused
    );
}

Response get_list(Visit& visit, Request const&) { return visit.page(list_page(visit, std::nullopt)); }

Response list_again(
    Visit const& visit,
    CaseId const& the_case,
    Form form,
    Answers const& answers,
    std::optional<WaitingInput> stands = {}
) {
    return visit.form_again(list_page(
        visit,
        pages::Refused{.the_case = the_case, .form = form, .answers = answers, .stands = std::move(stands)}
    ));
}

std::string review_field(WaitingRefusal refusal) {
    return refusal == WaitingRefusal::meanwhile_missing ? "meanwhile" : "review_by_on";
}

Response post_review(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const& the_case = opened->the_case.id;
    auto const waiting = waiting_store::find(visit.db, visit.school, the_case);
    auto const again = [&](FormErrors const& errors, std::optional<WaitingInput> stands = {}) {
        return list_again(visit, the_case, Form::review, {request.form, errors}, std::move(stands));
    };
    auto const said = forms::read_waiting(request.form, visit.today);
    if (!said) return again(said.error());
    auto const done = review(visit, the_case, *said, forms::read_version(request.form));
    if (done) return visits::saved(pages::waiting_list_path(the_case), Saved::waiting_list);
    bool const changed = done.error() == WaitingRefusal::moved_meanwhile && waiting;
    return again(
        {{review_field(done.error()), in_words(done.error())}},
        changed ? std::optional(waiting->said) : std::nullopt
    );
}

Response post_position(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const& the_case = opened->the_case.id;
    auto const again = [&](FormErrors const& errors) {
        return list_again(visit, the_case, Form::move, {request.form, errors});
    };
    auto const wish = forms::read_move(request.form);
    if (!wish) return again(wish.error());
    auto const done = move(visit, the_case, *wish);
    if (!done)
        return again(
            {{done.error() == WaitingRefusal::reason_missing ? "reason" : "place", in_words(done.error())}}
        );
    return visits::saved(pages::waiting_list_path(the_case), Saved::waiting_list);
}

}  // namespace

Routes waiting_routes() {
    return {
        {"GET", "/waiting-list", Permission::work_on_cases, get_list},
        {"POST", "/cases/{case}/waiting/review", Permission::coordinate, post_review},
        {"POST", "/cases/{case}/position", Permission::coordinate, post_position},
    };
}

}  // namespace referrals
