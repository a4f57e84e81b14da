#include <algorithm>
#include <utility>

#include "letters/answer_actions.hpp"
#include "letters/child_pages.hpp"
#include "letters/consent_pages.hpp"
#include "letters/forms.hpp"
#include "letters/link_actions.hpp"
#include "letters/link_store.hpp"
#include "letters/routes.hpp"
#include "letters/store.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/placing_actions.hpp"
#include "pupils/address_change_store.hpp"
#include "visits/saving.hpp"

namespace letters {
namespace {

using need_to_know::see_progress_of;

http::Response back_to(CaseId const& the_case, Saved what) {
    return visits::saved("/cases/" + std::string(the_case.text()) + "/consent", what);
}

// Who sends the letters says that they have seen them.
std::vector<pupils::AddressChange> address_changes(Visit& visit) {
    if (!visit.who.may(Permission::coordinate)) return {};
    return pupils::address_change_store::unseen(visit.db, visit.school, visit.staff());
}

// What led to the page: a form that was sent from it, or a link that says what it is opened for.
struct Led {
    std::optional<Shown> shown_then = {};
    std::string record = {};  // an answer: whose, where the link says so
};

std::optional<design::Page> page_of(
    Visit& visit, CaseId const& the_case, Answers const& answers, Led const& led
) {
    auto const child = see_progress_of(visit, the_case);
    auto found = overview(visit, the_case);
    if (!child || !found) return std::nullopt;
    pages::ConsentPage const page{
        .overview = *found,
        .sentence = sentence_of(*found, visit.today),
        .may =
            {.coordinates = visit.who.may(Permission::coordinate),
             .decides = visit.who.may(Permission::decide_dispute)},
        .today = visit.today,
        .now = visit.now,
        .pupil = pages::child_header(*child),
        .to_be_placed = found->consent_stands && !found->has_place &&
                        found->standing == consent::Standing::given &&
                        programmes::is_to_be_placed(visit, the_case),
        .address_changes = address_changes(visit),
        .shown_then = led.shown_then,
        .to_record = !led.record.empty(),
        .from = ContactId::parse(led.record)};
    return pages::consent(visit.frame.guard, page, answers);
}

// As it stands now, with what came in since the page was opened and what was typed there.
http::Response again(
    Visit& visit, CaseId const& the_case, http::Request const& request, FormErrors const& errors
) {
    auto shown_then =
        request.form.has("last_answer") ? std::optional(forms::read_shown(request.form)) : std::nullopt;
    auto page = page_of(visit, the_case, {request.form, errors}, {.shown_then = std::move(shown_then)});
    return page ? visit.form_again(std::move(*page)) : http::not_found();
}

bool has_answered_after(Overview const& overview, ContactId const& contact, int number) {
    return std::ranges::any_of(overview.history, [&](NamedAnswer const& one) {
        return one.received.by == contact && one.received.number > number;
    });
}

http::Response show_consent(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    if (!the_case) return http::not_found();
    auto const page =
        page_of(visit, *the_case, design::blank(), {.record = std::string(request.query.value("record"))});
    return page ? visit.page(*page) : http::not_found();
}

http::Response post_answer(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    if (!see_progress_of(visit, the_case)) return http::not_found();
    auto const found = overview(visit, *the_case);
    if (!found) return http::not_found();
    auto const answering =
        forms::read_answer(request.form, found->first_asked_on, found->asked_about_both, visit.today);
    if (!answering) return again(visit, *the_case, request, answering.error());
    auto const shown = forms::read_shown(request.form);
    bool const takes_back = answering->answer == consent::Answer::withdrawn;
    if (!takes_back && has_answered_after(*found, answering->contact, shown.last_answer))
        return again(
            visit,
            *the_case,
            request,
            {{"contact",
              "An answer of this person came in since you opened this page. Compare both, then record yours "
              "again if it still counts"}}
        );
    auto const standing = record_answer(visit, *the_case, *answering);
    if (!standing) return again(visit, *the_case, request, {standing.error()});
    return back_to(*the_case, Saved::consent_answer);
}

http::Response post_noting(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    if (!see_progress_of(visit, the_case)) return http::not_found();
    if (shown_now(visit, *the_case).last_answer != forms::read_shown(request.form).last_answer)
        return again(
            visit,
            *the_case,
            request,
            {{"answer",
              "An answer came in since you opened this page, so nothing was noted. Read it, then note the "
              "consent if it is still right"}}
        );
    if (auto const noted = note_consent(visit, *the_case); !noted)
        return again(visit, *the_case, request, {noted.error()});
    return back_to(*the_case, Saved::consent_noted);
}

http::Response post_decision(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    if (!see_progress_of(visit, the_case)) return http::not_found();
    auto const decision = forms::read_decision(request.form);
    if (!decision) return again(visit, *the_case, request, decision.error());
    if (shown_now(visit, *the_case) != forms::read_shown(request.form))
        return again(
            visit,
            *the_case,
            request,
            {{"decision",
              "What is known has changed since you opened this page, so nothing was decided. Read what "
              "stands now, then decide"}}
        );
    auto const standing = decide(visit, *the_case, decision->go_ahead, decision->reason);
    if (!standing) return again(visit, *the_case, request, {standing.error()});
    return back_to(*the_case, Saved::consent_decision);
}

// This person's newest link in the case.
std::optional<Link> newest_link(Visit& visit, CaseId const& the_case, ContactId const& contact) {
    auto links = link_store::links_of(visit.db, visit.school, the_case);
    auto const found = std::ranges::find(links, contact, &Link::contact);
    return found == links.end() ? std::nullopt : std::optional(std::move(*found));
}

http::Response show_revocation(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const contact = request.id<ContactId>("contact");
    auto const seen = see_progress_of(visit, the_case);
    if (!contact || !seen) return http::not_found();
    auto const child = store::child(visit.db, visit.school, *the_case);
    auto const link = newest_link(visit, *the_case, *contact);
    if (!child || !link) return http::not_found();
    pages::LinkEnding const ending{
        .child = *child,
        .contact = *contact,
        .contact_name = link->contact_name,
        .pupil = pages::child_header(*seen)};
    return visit.page(pages::end_link(visit.frame.guard, ending));
}

http::Response post_revocation(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const contact = request.id<ContactId>("contact");
    if (!contact || !see_progress_of(visit, the_case)) return http::not_found();
    if (!newest_link(visit, *the_case, *contact)) return http::not_found();
    revoke_links(visit, *the_case, *contact);
    return back_to(*the_case, Saved::link_ended);
}

}  // namespace

Routes consent_routes() {
    return {
        {"GET", "/cases/{case}/consent", Permission::decide_dispute, show_consent},
        {"POST", "/cases/{case}/consent/answers", Permission::coordinate, post_answer},
        {"POST", "/cases/{case}/consent/noting", Permission::coordinate, post_noting},
        {"POST", "/cases/{case}/consent/decision", Permission::decide_dispute, post_decision},
        {"GET", "/cases/{case}/consent/links/{contact}/revocation", Permission::coordinate, show_revocation},
        {"POST", "/cases/{case}/consent/links/{contact}/revocation", Permission::coordinate, post_revocation},
    };
}

}  // namespace letters
