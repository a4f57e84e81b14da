#include "story/undoing_routes.hpp"

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/touched_actions.hpp"
#include "story/forms.hpp"
#include "story/undoing_actions.hpp"
#include "story/undoing_pages.hpp"
#include "visits/saving.hpp"

namespace story {
namespace {

// A step of a case, as the address names it, whose child the visitor may see.
struct Addressed {
    CaseId the_case;
    cases::Step step{};
    need_to_know::Seen child;
};

std::optional<Addressed> addressed(Visit const& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const step = from_word<cases::Step>(request.segment("step"));
    if (!the_case || !step) return std::nullopt;
    auto child = need_to_know::see_case(visit, *the_case);
    if (!child) return std::nullopt;
    return Addressed{*the_case, *step, std::move(*child)};
}

// Of a completion alone more than this child is at stake.
std::string whom_it_touches(Visit const& visit, Addressed const& at) {
    if (at.step != cases::Step::completion) return {};
    auto const touched = programmes::touched_by_undoing_completion(visit, at.the_case);
    return touched ? pages::whom_it_touches(at.child, *touched) : std::string();
}

http::Response ask_why(Visit& visit, Addressed const& at, Answers const& answers) {
    auto const history = cases::store::steps(visit.db, visit.school, at.the_case);
    auto page = pages::undoing(
        at.child,
        at.the_case,
        *cases::standing(history, at.step),
        whom_it_touches(visit, at),
        visit.frame.guard,
        answers
    );
    return answers.errors.empty() ? visit.page(page) : visit.form_again(std::move(page));
}

http::Response say_why_not(Visit& visit, Addressed const& at, cases::Refusal refusal) {
    auto page = pages::not_to_be_undone(at.child, at.step, in_words(refusal));
    return visit.form_again(std::move(page));
}

http::Response get_undoing(Visit& visit, http::Request const& request) {
    auto const at = addressed(visit, request);
    if (!at) return http::not_found();
    if (auto const refusal = story::obstacle_to_undoing(visit, at->the_case, at->step))
        return say_why_not(visit, *at, *refusal);
    return ask_why(visit, *at, design::blank());
}

http::Response post_undoing(Visit& visit, http::Request const& request) {
    auto const at = addressed(visit, request);
    if (!at) return http::not_found();
    if (auto const refusal = story::obstacle_to_undoing(visit, at->the_case, at->step))
        return say_why_not(visit, *at, *refusal);

    auto const reason = forms::read_undoing(request.form);
    if (!reason) return ask_why(visit, *at, {request.form, reason.error()});

    auto const undone = story::undo(visit, at->the_case, at->step, *reason);
    if (!undone) return say_why_not(visit, *at, undone.error());
    return visits::saved("/pupils/" + std::string(at->child.pupil.id.text()), Saved::undoing);
}

struct ClosedCase {
    CaseId id;
    need_to_know::Seen child;
    std::string closed;  // "Closed on … : why"
    bool declined = false;
};

// None where the case is open: then nothing is there to be undone.
std::optional<ClosedCase> closed_case(Visit const& visit, http::Request const& request) {
    auto const id = request.id<CaseId>("case");
    auto child = id ? need_to_know::see_case(visit, *id) : std::nullopt;
    if (child && cases::store::is_open(visit.db, visit.school, *id)) return std::nullopt;
    auto const found = child ? cases::store::find(visit.db, visit.school, *id, visit.today) : std::nullopt;
    if (!found) return std::nullopt;
    return ClosedCase{
        *id,
        std::move(*child),
        cases::status_of(found->facts, visit.today).sentence,
        cases::was_declined(found->facts)};
}

http::Response not_reopened(Visit& visit, ClosedCase const& at, cases::Refusal refusal) {
    return visit.form_again(pages::not_to_be_reopened(at.child, in_words(refusal)));
}

http::Response get_reopening(Visit& visit, http::Request const& request) {
    auto const at = closed_case(visit, request);
    if (!at) return http::not_found();
    if (auto const refusal = cases::obstacle_to_reopening(visit, at->id))
        return not_reopened(visit, *at, *refusal);
    return visit.page(
        pages::reopening(at->child, at->id, at->closed, at->declined, visit.frame.guard, design::blank())
    );
}

http::Response post_reopening(Visit& visit, http::Request const& request) {
    auto const at = closed_case(visit, request);
    if (!at) return http::not_found();
    if (auto const refusal = cases::obstacle_to_reopening(visit, at->id))
        return not_reopened(visit, *at, *refusal);
    auto const reason = forms::read_undoing(request.form);
    if (!reason)
        return visit.form_again(pages::reopening(
            at->child, at->id, at->closed, at->declined, visit.frame.guard, {request.form, reason.error()}
        ));
    if (auto const opened = reopen(visit, at->id, *reason); !opened)
        return not_reopened(visit, *at, opened.error());
    return visits::saved("/pupils/" + std::string(at->child.pupil.id.text()), Saved::reopening);
}

}  // namespace

Routes undoing_routes() {
    return {
        {"GET", "/cases/{case}/steps/{step}/undoing", Permission::coordinate, get_undoing},
        {"POST", "/cases/{case}/steps/{step}/undoing", Permission::coordinate, post_undoing},
        {"GET", "/cases/{case}/closing/undoing", Permission::coordinate, get_reopening},
        {"POST", "/cases/{case}/closing/undoing", Permission::coordinate, post_reopening},
    };
}

}  // namespace story
