#include "referrals/closing_routes.hpp"

#include "cases/another_place_rules.hpp"
#include "cases/rules.hpp"
#include "consent/rules.hpp"
#include "referrals/case_actions.hpp"
#include "referrals/closing_pages.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/forms.hpp"
#include "visits/saving.hpp"

namespace referrals {
namespace {

using http::Request;
using http::Response;

std::string words_of_withdrawal(OpenedCase const& opened, Date today) {
    auto const& facts = opened.the_case.facts;
    if (cases::consent_of(facts, today) != consent::Standing::withdrawn) return {};
    auto const* const latest = consent::latest_withdrawal(facts.answers, today);
    return latest ? latest->reason : std::string();
}

design::Page closing_page(Visit const& visit, OpenedCase const& opened, Answers const& answers) {
    auto const& steps = opened.the_case.facts.steps;
    auto const* furthest = cases::furthest(steps);
    auto concerns = concern_store::of_case(visit.db, visit.school, opened.the_case.id);
    return pages::closing(
        visit.frame.guard,
        {.child = opened.child,
         .the_case = opened.the_case.id,
         .status = opened.status,
         .parents_words = words_of_withdrawal(opened, visit.today),
         .had_a_place = furthest && furthest->step >= cases::Step::allocation,
         .may_have_another = cases::may_have_another_place(opened.the_case.facts, visit.today),
         .since_referral = after_referral(std::move(concerns), steps)},
        answers
    );
}

std::optional<OpenedCase> open_case(Visit const& visit, Request const& request) {
    auto opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened || opened->the_case.facts.closed_at) return std::nullopt;
    return opened;
}

Response get_closing(Visit& visit, Request const& request) {
    auto const opened = open_case(visit, request);
    if (!opened) return http::not_found();
    return visit.page(closing_page(visit, *opened, design::blank()));
}

Response post_closing(Visit& visit, Request const& request) {
    auto const opened = open_case(visit, request);
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(closing_page(visit, *opened, {request.form, errors}));
    };
    auto const why = forms::read_closing(request.form);
    if (!why) return again(why.error());
    if (auto const closed = close(visit, opened->the_case.id, *why); !closed)
        return again({{"reason", in_words(closed.error())}});
    return visits::saved("/pupils/" + std::string(opened->child.pupil.id.text()), Saved::closing);
}

}  // namespace

Routes closing_routes() {
    return {
        {"GET", "/cases/{case}/closing", Permission::coordinate, get_closing},
        {"POST", "/cases/{case}/closing", Permission::coordinate, post_closing},
    };
}

}  // namespace referrals
