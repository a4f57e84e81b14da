#include "agencies/routes.hpp"

#include "agencies/actions.hpp"
#include "agencies/forms.hpp"
#include "agencies/pages.hpp"
#include "agencies/rules.hpp"
#include "agencies/store.hpp"
#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/naming_store.hpp"
#include "visits/saving.hpp"

namespace agencies {
namespace {

using pages::About;

// The case, where the visitor may see the child's progress.
std::optional<About> about_case(Visit const& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    return About{
        .child = std::move(*child),
        .the_case = *the_case,
        .may_note = may_note(visit.who),
        .may_share = may_share(visit.who),
        .is_open = cases::store::is_open(visit.db, visit.school, *the_case)};
}

design::Page page_of(Visit const& visit, About const& about, Answers const& answers) {
    return pages::advice(
        visit.frame.guard, about, store::of_case(visit.db, visit.school, about.the_case), answers
    );
}

// Where the child is named, each field says with which words.
FormErrors errors_of(Visit const& visit, About const& about, AdviceInput const& said, Refusal refusal) {
    FormErrors errors;
    switch (refusal) {
        case Refusal::names_the_child:
            for (auto const& named : names_of_the_child(
                     said, pupils::naming_store::names_of(visit.db, visit.school, about.child.pupil.id)
                 ))
                errors.push_back({named.field, in_words(refusal) + " (" + named.words + ")"});
            return errors;
        case Refusal::reason_missing: return {{"sharing_reason", in_words(refusal)}};
        case Refusal::asked_in_the_future: return {{"asked_on", in_words(refusal)}};
        case Refusal::case_closed:
        case Refusal::not_yours_to_share: return {{"main", in_words(refusal)}};
    }
    return errors;
}

http::Response get_advice(Visit& visit, http::Request const& request) {
    auto const about = about_case(visit, request);
    if (!about) return http::not_found();
    auto const typed = forms::at(visit.today);
    return visit.page(page_of(visit, *about, {typed, {}}));
}

http::Response post_advice(Visit& visit, http::Request const& request) {
    auto const about = about_case(visit, request);
    if (!about || !about->may_note) return http::not_found();
    auto const said = forms::read(request.form, visit.today);
    if (!said) return visit.form_again(page_of(visit, *about, {request.form, said.error()}));
    auto const noted = note(visit, about->the_case, about->child.pupil.id, *said);
    if (noted) return visits::saved(pages::path_of(about->the_case), Saved::liaison);
    auto const errors = errors_of(visit, *about, *said, noted.error());
    return visit.form_again(page_of(visit, *about, {request.form, errors}));
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/agencies", Permission::open_case, get_advice},
        {"POST", "/cases/{case}/agencies", Permission::open_case, post_advice},
    };
}

}  // namespace agencies
