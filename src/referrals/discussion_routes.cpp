#include "referrals/discussion_routes.hpp"

#include "cases/rules.hpp"
#include "comparison/actions.hpp"
#include "referrals/case_actions.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/discussion_actions.hpp"
#include "referrals/discussion_pages.hpp"
#include "referrals/discussion_rules.hpp"
#include "referrals/discussion_store.hpp"
#include "referrals/forms.hpp"
#include "referrals/waiting_actions.hpp"
#include "referrals/waiting_pages.hpp"
#include "referrals/waiting_store.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace referrals {
namespace {

using http::Request;
using http::Response;

pages::Papers papers_of(Visit const& visit, OpenedCase const& opened) {
    auto const& the_case = opened.the_case.id;
    return {
        .header = pages::header_of(opened.child),
        .pupil = opened.child.pupil.id,
        .the_case = the_case,
        .sentence = opened.status.sentence,
        .concerns = concern_store::of_case(visit.db, visit.school, the_case),
        .talk_with_parents = talk_with_parents(opened.the_case.facts.steps),
        .areas = strategies::store::areas(visit.db, visit.school),
        .discussions = discussion_store::discussions(visit.db, visit.school, the_case),
        .comparison = comparison::actions::comparison_of(visit, opened.child)};
}

design::Page discussion_page(Visit const& visit, OpenedCase const& opened, Answers const& answers) {
    bool const due = opened.status.next == cases::Step::discussion;
    return pages::discussion(visit.frame.guard, papers_of(visit, opened), due, answers);
}

// Those that the concerns name: where the talk begins.
std::vector<AreaId> areas_named(Visit const& visit, CaseId const& the_case) {
    std::vector<AreaId> named;
    for (auto const& concern : concern_store::of_case(visit.db, visit.school, the_case))
        named.insert(named.end(), concern.said.areas.begin(), concern.said.areas.end());
    return named;
}

// What is wrong with the form, and that something was written since which its page did not show.
template <class Input>
FormErrors errors_of(
    Expected<Input, FormErrors> const& said,
    std::string_view field,
    Visit const& visit,
    CaseId const& the_case,
    Request const& request
) {
    auto const concerns = concern_store::of_case(visit.db, visit.school, the_case);
    return with_unread(said ? FormErrors{} : said.error(), field, request.form, concerns);
}

Response get_discussion(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const typed = forms::new_discussion(visit.today, areas_named(visit, opened->the_case.id));
    return visit.page(discussion_page(visit, *opened, {typed, {}}));
}

Response post_discussion(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(discussion_page(visit, *opened, {request.form, errors}));
    };
    if (auto const why = why_not_due(opened->the_case.facts); !why.empty()) return again({{"main", why}});
    auto const said = forms::read_discussion(request.form, visit.today);
    auto const errors = errors_of(said, "outcome", visit, opened->the_case.id, request);
    if (!errors.empty()) return again(errors);
    auto const done = discuss(visit, opened->the_case, *said);
    if (!done) return again(done.error());
    bool const goes_on = said->outcome == cases::DiscussionOutcome::go_on;
    return visits::saved(
        goes_on ? pages::prioritisation_path(opened->the_case.id) : "/referrals", Saved::discussion
    );
}

std::optional<Date> waiting_since(Visit const& visit, CaseId const& the_case) {
    auto const waiting = waiting_store::find(visit.db, visit.school, the_case);
    return waiting ? std::optional(waiting->since_on) : std::nullopt;
}

pages::Weighed weighed_in(Visit const& visit, OpenedCase const& opened) {
    using cases::Stage;
    auto const& [id, facts] = std::tie(opened.the_case.id, opened.the_case.facts);
    pages::Weighed weighed{
        .prioritisation = std::nullopt,
        .suggestion = {},
        .earlier_programmes = discussion_store::earlier_programmes(visit.db, visit.school, id),
        .may_prioritise = opened.status.stage == Stage::to_prioritise,
        .may_choose_what_next = opened.status.stage == Stage::letter_due &&
                                !cases::standing(facts.steps, cases::Step::waiting_list),
        .waits = opened.status.stage == Stage::waiting};
    if (!cases::standing(facts.steps, cases::Step::prioritisation)) return weighed;
    weighed.prioritisation = discussion_store::prioritisation(visit.db, visit.school, id);
    if (weighed.prioritisation)
        weighed.suggestion = suggestion_for(
            weighing_of(facts, weighed.prioritisation->said, waiting_since(visit, id), visit.today)
        );
    return weighed;
}

design::Page prioritisation_page(
    Visit const& visit, OpenedCase const& opened, Answers const& answers, Answers const& waiting_answers
) {
    return pages::prioritisation(
        visit.frame.guard, papers_of(visit, opened), weighed_in(visit, opened), answers, waiting_answers
    );
}

Response get_prioritisation(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const waiting = forms::new_waiting(visit.today);
    return visit.page(prioritisation_page(visit, *opened, design::blank(), {waiting, {}}));
}

Response post_prioritisation(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const waiting = forms::new_waiting(visit.today);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(prioritisation_page(visit, *opened, {request.form, errors}, {waiting, {}}));
    };
    if (auto const why = why_not_weighed(opened->the_case.facts); !why.empty()) return again({{"main", why}});
    auto const said = forms::read_prioritisation(request.form);
    auto const errors = errors_of(said, "form", visit, opened->the_case.id, request);
    if (!errors.empty()) return again(errors);
    auto const done = prioritise(visit, opened->the_case.id, *said);
    if (!done) return again({{"form", done.error()}});
    return visits::saved(pages::prioritisation_path(opened->the_case.id), Saved::priority);
}

Response post_waiting(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(prioritisation_page(visit, *opened, design::blank(), {request.form, errors}));
    };
    auto const said = forms::read_waiting(request.form, visit.today);
    if (!said) return again(said.error());
    auto const done = put_on_list(visit, opened->the_case.id, *said);
    if (!done) return again({{"review_by_on", done.error()}});
    return visits::saved(pages::waiting_list_path(opened->the_case.id), Saved::on_waiting_list);
}

}  // namespace

Routes discussion_routes() {
    return {
        {"GET", "/cases/{case}/discussion", Permission::coordinate, get_discussion},
        {"POST", "/cases/{case}/discussion", Permission::coordinate, post_discussion},
        {"GET", "/cases/{case}/prioritisation", Permission::coordinate, get_prioritisation},
        {"POST", "/cases/{case}/prioritisation", Permission::coordinate, post_prioritisation},
        {"POST", "/cases/{case}/waiting", Permission::coordinate, post_waiting},
    };
}

}  // namespace referrals
