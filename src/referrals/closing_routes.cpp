#include "referrals/closing_routes.hpp"

#include <algorithm>

#include "cases/another_place_rules.hpp"
#include "cases/rules.hpp"
#include "cases/withdrawal_store.hpp"
#include "consent/rules.hpp"
#include "pupils/contact_store.hpp"
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

std::optional<pages::TakenBack> taken_back(Visit const& visit, OpenedCase const& opened) {
    auto const& facts = opened.the_case.facts;
    if (cases::consent_of(facts, visit.today) != consent::Standing::withdrawn) return std::nullopt;
    auto const withdrawals = consent::withdrawals(facts.answers, visit.today);
    if (withdrawals.empty()) return std::nullopt;
    auto const contacts = pupils::contact_store::contacts_of(visit.db, visit.school, opened.child.pupil.id);
    pages::TakenBack found;
    for (auto const& one : withdrawals) {
        auto const parent = std::ranges::find(contacts, *one.by, &pupils::Contact::id);
        found.by.push_back(
            {.name = parent == contacts.end() ? std::string("A parent or carer") : parent->name,
             .words = one.reason,
             .on = one.answered_on}
        );
    }
    found.held_after = cases::store::sessions_held_after(
        visit.db, visit.school, opened.the_case.id, withdrawals.front().answered_on
    );
    return found;
}

design::Page closing_page(Visit const& visit, OpenedCase const& opened, Answers const& answers) {
    auto const& steps = opened.the_case.facts.steps;
    auto const* furthest = cases::furthest(steps);
    auto const concerns = concern_store::of_case(visit.db, visit.school, opened.the_case.id);
    return pages::closing(
        visit.frame.guard,
        {.child = opened.child,
         .the_case = opened.the_case.id,
         .status = opened.status,
         .taken_back = taken_back(visit, opened),
         .had_a_place = furthest && furthest->step >= cases::Step::allocation,
         .may_have_another = cases::may_have_another_place(opened.the_case.facts, visit.today),
         .concerns = concerns,
         .referred = cases::standing(steps, cases::Step::referral) != nullptr,
         .since_referral = after_referral(concerns, steps)},
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
    auto const concerns = concern_store::of_case(visit.db, visit.school, opened->the_case.id);
    auto const errors = with_unread(why ? FormErrors{} : why.error(), "reason", request.form, concerns);
    if (!errors.empty()) return again(errors);
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
