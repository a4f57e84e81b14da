#include "sessions/evaluation_routes.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "need_to_know/confided_rules.hpp"
#include "need_to_know/words_actions.hpp"
#include "programmes/store.hpp"
#include "sessions/actions.hpp"
#include "sessions/forms.hpp"
#include "sessions/pages.hpp"
#include "sessions/rules.hpp"
#include "sessions/store.hpp"
#include "visits/saving.hpp"

namespace sessions {
namespace {

// A card of a child whose progress the visitor may see.
struct Opened {
    store::Card card;
    need_to_know::Seen child;
    bool holds_it = false;
};
// Who holds the session has part in the children who have part in it.
need_to_know::OneSession part_in(store::Card const& card) {
    bool const was_there = card.on_register || card.evaluation;
    if (!has_part(was_there, card.place_ended_on, card.held_on.value_or(card.planned_on))) return {};
    return {.stand_in = card.stand_in, .delivered_before = card.handed_over};
}

std::optional<Opened> card_of(Visit& visit, http::Request const& request) {
    auto const session = request.id<SessionId>("session");
    auto const place = request.id<PlaceId>("place");
    if (!session || !place) return std::nullopt;
    auto card = store::card(visit.db, visit.school, *session, *place);
    if (!card) return std::nullopt;
    auto child = need_to_know::see_in_session(visit, card->the_case, part_in(*card));
    if (!child || !child->access.sees(need_to_know::Zone::progress)) return std::nullopt;
    bool const holds_it = card->deliverer == visit.staff() || card->stand_in == visit.staff();
    return Opened{*card, std::move(*child), holds_it};
}

// The card to whoever writes on it. What was confided to them is compared with what they send, also where it
// waits for a proof before it is shown.
std::optional<Opened> card_to_write_on(Visit& visit, http::Request const& request) {
    auto opened = card_of(visit, request);
    if (!opened || !opened->holds_it) return std::nullopt;
    need_to_know::decide_to_write_on(visit, opened->child.access, opened->card.deliverer);
    return opened;
}

bool sees_confidence(Opened const& opened) {
    return opened.child.access.sees_confided_to(opened.card.deliverer);
}

// Takes out of the card's page what was confided, unless it may be shown now; says whether it only waits.
bool waits_for_a_proof(Visit const& visit, Opened const& opened, std::optional<Evaluation>& now) {
    auto const confided =
        need_to_know::confided_in(opened.child.access, opened.card.deliverer, visit.proven_at, visit.now);
    if (!now || confided == need_to_know::Confided::shown) return false;
    bool const says_something = !now->confidence.empty();
    now->confidence.clear();
    return says_something && confided == need_to_know::Confided::after_a_proof;
}

// The same of what the child said at the end.
need_to_know::Confided hold_back_voice(
    Visit const& visit, Opened const& opened, std::optional<Evaluation>& now
) {
    if (!now || !now->voice.says_something()) return need_to_know::Confided::shown;
    auto const found = need_to_know::voice_in(
        opened.child.access, opened.card.deliverer, now->voice.said_for, visit.proven_at, visit.now
    );
    if (found != need_to_know::Confided::shown) now->voice = {};
    return found;
}

std::string why_settled(store::Card const& card) {
    bool const written = card.writing == Writing::written;
    auto const settled = what_settles(written, card.reviewed_on.has_value(), card.case_closed);
    if (!settled) return {};
    if (*settled != Refusal::impact_measured) return in_words(*settled) + ".";
    return card.reviewer + " measured the impact on " + calendar::in_words(*card.reviewed_on) +
           ". An evaluation from before then stays as it is; undo the review first if it must change.";
}

// Who comes next: whoever holds the session writes of each child in it but their own.
struct Next {
    PlaceId place;
    need_to_know::Named named;
};
std::optional<Next> next_to_write_up(Visit& visit, store::Card const& card) {
    auto const waiting = store::others_to_write_up(visit.db, visit.school, card.session, card.place);
    if (waiting.empty()) return std::nullopt;
    need_to_know::Duty const duty(visit, visits::Permission::work_on_cases);
    for (auto const& one : waiting)
        if (auto child = duty.names(one.pupil, one.forename)) return Next{one.place, std::move(*child)};
    return std::nullopt;
}

pages::Card page_card(Visit& visit, Opened const& opened) {
    auto const& card = opened.card;
    auto const session = store::find(visit.db, visit.school, card.session);
    auto const next = next_to_write_up(visit, card);
    auto const settled = why_settled(card);
    auto now = store::evaluation(visit.db, visit.school, card.session, card.place);
    bool const waits = waits_for_a_proof(visit, opened, now);
    auto const voice = hold_back_voice(visit, opened, now);
    return {
        .programme = {},
        .session = session.value_or(Session{}),
        .child = {opened.child.pupil, opened.child.access, {card.supporter}},
        .place = card.place,
        .targets = programmes::store::targets(visit.db, visit.school, card.place),
        .last_time = store::ratings_before(visit.db, visit.school, card.place, card.session),
        .now = std::move(now),
        .changed_meanwhile = false,
        .may_write = opened.holds_it && card.held_on.has_value() && settled.empty(),
        .sees_confidence = sees_confidence(opened),
        .confidence_waits = waits,
        .voice = voice,
        .why_settled = settled,
        .next_child = next ? std::optional(next->named) : std::nullopt};
}

std::string after(Visit& visit, store::Card const& card) {
    auto const next = next_to_write_up(visit, card);
    return next ? evaluation_path(card.session, next->place) : programmes::path_of(card.session);
}

http::Response get_evaluation(Visit& visit, http::Request const& request) {
    auto const opened = card_of(visit, request);
    if (!opened) return http::not_found();
    auto const card = page_card(visit, *opened);
    if (auto const saved = visits::just_saved(request)) visit.frame.banner = pages::saved(*saved, card.child);
    auto fields = card.now ? forms::typed(*card.now) : Fields{};
    if (!card.now) fields = Fields({{"attended", "yes"}, {"may_see", "no"}});
    return visit.page(pages::evaluation(visit.frame.guard, card, {fields, FormErrors{}}));
}

http::Response refused(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    Refusal refusal,
    FormErrors const& errors
) {
    auto card = page_card(visit, opened);
    if (refusal == Refusal::no_consent_in_force)
        return visit.form_again(pages::no_consent(card.child, card.session, {}));
    if (refusal == Refusal::not_asked_any_more)
        return visit.form_again(pages::not_asked_any_more(card.child, card.session));
    if (refusal == Refusal::consent_to_another_form)
        return visit.form_again(pages::no_consent(card.child, card.session, opened.card.form));
    card.changed_meanwhile = refusal == Refusal::changed_meanwhile;
    return visit.form_again(pages::evaluation(visit.frame.guard, card, {request.form, errors}));
}

http::Response post_evaluation(Visit& visit, http::Request const& request) {
    auto const opened = card_to_write_on(visit, request);
    if (!opened) return http::not_found();
    auto const targets = programmes::store::targets(visit.db, visit.school, opened->card.place);
    auto const entered = forms::evaluation(request.form, targets);
    if (!entered) return refused(visit, request, *opened, Refusal::target_not_rated, entered.error());

    // A page that held back what was confided sends nothing in its place.
    Asked const asked{
        .confidence = sees_confidence(*opened) && request.form.has("confidence"),
        .voice = request.form.has("own_words")};
    auto const saved = evaluate(visit, opened->card, asked, *entered, targets);
    if (!saved) return refused(visit, request, *opened, saved.error(), {{"main", in_words(saved.error())}});
    return visits::saved(after(visit, opened->card), Saved::evaluation);
}

pages::CheckIn asking(Visit const& visit, store::Card const& card) {
    return {.session = card.session, .place = card.place, .by_stand_in = card.deliverer != visit.staff()};
}

http::Response get_check_in(Visit& visit, http::Request const& request) {
    auto const opened = card_of(visit, request);
    if (!opened || !opened->holds_it) return http::not_found();
    auto const& card = opened->card;
    if (request.query.has("done")) {
        bool const said = request.query.holds("done", "yes");
        return visit.page(pages::check_in_done(card.session, card.place, said));
    }
    if (objection_to_asking(visit, card) == Refusal::not_asked_any_more)
        return refused(visit, request, *opened, Refusal::not_asked_any_more, {});
    Fields closed;
    closed.add("may_see", "no");
    return visit.page(pages::check_in(visit.frame.guard, asking(visit, card), {closed, FormErrors{}}));
}

http::Response post_check_in(Visit& visit, http::Request const& request) {
    auto const opened = card_to_write_on(visit, request);
    if (!opened) return http::not_found();
    auto const& card = opened->card;
    auto const said = forms::voice(request.form);
    if (!said)
        return visit.form_again(
            pages::check_in(visit.frame.guard, asking(visit, card), {request.form, said.error()})
        );
    if (auto const noted = check_in(visit, card, *said); !noted)
        return refused(visit, request, *opened, noted.error(), {{"main", in_words(noted.error())}});
    return http::see_other(
        check_in_path(card.session, card.place) + (said->says_something() ? "?done=yes" : "?done=not-said")
    );
}

}  // namespace

Routes evaluation_routes() {
    return {
        {"GET", "/sessions/{session}/evaluations/{place}", Permission::work_on_cases, get_evaluation},
        {"POST", "/sessions/{session}/evaluations/{place}", Permission::deliver, post_evaluation},
        {"GET", "/sessions/{session}/check-in/{place}", Permission::deliver, get_check_in},
        {"POST", "/sessions/{session}/check-in/{place}", Permission::deliver, post_check_in},
    };
}

}  // namespace sessions
