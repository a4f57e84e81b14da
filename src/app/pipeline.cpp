#include "app/pipeline.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "app/disclosure_stop.hpp"
#include "app/frame.hpp"
#include "app/held_back.hpp"
#include "app/read_log.hpp"
#include "app/refusals.hpp"
#include "app/submissions.hpp"
#include "base/guard_fields.hpp"
#include "base/secret.hpp"
#include "http/parse.hpp"
#include "messages/actions.hpp"
#include "need_to_know/words_actions.hpp"
#include "readings/actions.hpp"
#include "readings/refused_actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/lock_routes.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/proving_routes.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/second_way_routes.hpp"
#include "sign_in/second_way_rules.hpp"
#include "sign_in/store.hpp"
#include "visits/resubmission.hpp"

namespace app {
namespace {

bool changes_something(http::Request const& request) {
    return request.method != "GET" && request.method != "HEAD";
}

// Browsers say where a form was sent from; one sent from another site is not this person's wish.
bool from_another_site(http::Request const& request) {
    auto const site = request.header("sec-fetch-site");
    if (!site.empty()) return site != "same-origin" && site != "none";
    auto const origin = request.header("origin");
    if (origin.empty()) return false;
    auto const host = origin.find("://");
    return host == std::string_view::npos || origin.substr(host + 3) != request.header("host");
}

Expected<void, http::Malformed> read_form(http::Request& request) {
    auto const content_type = request.header("content-type");
    if (content_type.starts_with("multipart/form-data")) {
        auto parts = http::parse_multipart(content_type, request.body);
        if (!parts) return refuse(parts.error());
        request.form = std::move(parts->fields);
        request.uploads = std::move(parts->uploads);
        return {};
    }
    auto fields = http::parse_form(request.body);
    if (!fields) return refuse(fields.error());
    request.form = std::move(*fields);
    return {};
}

// What a sign-in that is locked still reaches: the way back in and out, and what knows nobody.
constexpr std::array<std::string_view, 10> open_while_locked{
    "/lock",
    "/locked",
    "/passkey-challenges",
    "/sign-out",
    "/demonstration",
    "/healthz",
    "/help",
    "/accessibility",
    "/privacy",
    "/privacy/children"};

bool stands_open_while_locked(Route const& route) {
    return std::ranges::find(open_while_locked, route.path) != open_while_locked.end();
}

// A visit, and what its sign-in says of it.
struct Arrival {
    Visit visit;
    bool locked = false;
    bool has_fresh_proof = false;
    std::vector<visits::HeldRole> held_back = {};  // roles that wait until their person has a second way
};

// Who comes with this cookie; nobody without one, or when its time is over. Whoever is locked out holds no
// role.
void recognise(Arrival& arrival, Request const& request) {
    if (request.token_hash.empty()) return;
    auto& visit = arrival.visit;
    auto const presence = sign_in::store::presence(visit.db, request.token_hash);
    if (!presence || !sign_in::still_signed_in(*presence, visit.now)) return;
    visit.enter(presence->school, presence->school_name);
    auto comer = sign_in::store::person(visit.db, *presence, visit.today);
    if (!comer) return;
    bool const has_second_way =
        sign_in::has_second_way(comer->ways, sign_in::actions::passkeys_work_here(visit));
    auto roles = sign_in::apart(comer->roles, has_second_way, visit.today);
    visit.who = std::move(comer->who);
    visit.who.roles = std::move(roles.in_use);
    arrival.held_back = std::move(roles.held_back);
    visit.proven_at = sign_in::standing_proof(*presence, visit.now);
    arrival.locked = presence->locked_at.has_value();
    arrival.has_fresh_proof = sign_in::has_fresh_proof(*presence, visit.now);
    if (!arrival.locked) return;
    visit.who.roles.clear();
    visit.who.for_the_county = false;
    arrival.held_back.clear();
}

Arrival arrival_of(db::Connection& db, Settings const& settings, Request const& request, Instant now) {
    Arrival arrival{{
        .db = db,
        .now = now,
        .today = calendar::local_date(now),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {},
        .public_address = settings.public_address,
        .sends_mail = settings.sends_mail,
        .sealing_key = settings.sealing_key,
        .setup = &settings.setup,
        .providers = settings.providers,
    }};
    recognise(arrival, request);
    auto& visit = arrival.visit;
    visit.frame =
        arrival.locked ? locked_frame(visit, settings, request) : frame_for(visit, settings, request);
    return arrival;
}

http::Response sign_in_first(Visit const& visit, Request const& request) {
    bool const only_looks = !changes_something(request);
    // Made-up people have no passwords.
    if (visit.frame.demonstration)
        return only_looks ? http::see_other("/demonstration") : refusals::nobody_yet_in_a_demonstration();
    if (only_looks) return http::see_other(sign_in::pages::path_then(request.path));
    return visit.form_again(sign_in::pages::sign_in_again(
        visit.frame.guard, sign_in::passkey_place(visit, request), {request.path, request.form}
    ));
}

// Who is locked out or no longer signed in only knocks.
bool uses_the_sign_in(Arrival const& arrival) { return arrival.visit.who.staff && !arrival.locked; }

http::Response send_again(Visit const& visit, Request const& request) {
    return visit.form_again(
        {.title = "Send this again",
         .back = {},
         .main = h::group(
             design::heading("Nothing is lost, but this page had waited too long"),
             h::p("Check what you typed, then send it again."),
             visits::resubmission_form(visit.frame.guard, {request.path, request.form})
         )}
    );
}

bool lacks_guard(Visit const& visit, Request const& request) {
    return visit.who.staff && !secret::unmasks_to(request.form.value(guard_fields::secret), request.csrf);
}

bool may_ask(Visit const& visit, Route const& route) {
    return visit.who.may(route.needs) || (visit.who.roles.empty() && open_without_a_role(route));
}

// Whether what is asked for belongs to a role that waits for a second way, and to none that does not. Who has
// no other role finds no Today either.
bool waits_for_second_way(Arrival const& arrival, Route const& route) {
    auto const& visit = arrival.visit;
    if (arrival.held_back.empty() || route.needs == Permission::anyone) return false;
    if (visit.who.roles.empty() && route.path == "/") return true;
    if (may_ask(visit, route)) return false;
    return std::ranges::any_of(arrival.held_back, [&](auto const& held) {
        return allows(held.role, route.needs);
    });
}

std::optional<http::Response> refused(Arrival& arrival, Request const& request) {
    auto& visit = arrival.visit;
    if (arrival.locked && !stands_open_while_locked(*request.route))
        return sign_in::locked_first(visit, request);
    if (request.route->needs != Permission::anyone && !visit.who.staff) return sign_in_first(visit, request);
    if (waits_for_second_way(arrival, *request.route)) return sign_in::second_way_first(visit, request);
    if (!may_ask(visit, *request.route)) return refusals::not_found(visit);
    if (request.route->fresh && !arrival.has_fresh_proof) return sign_in::prove_first(visit, request);
    return std::nullopt;
}

// Whether the handler will be reached. Work for somebody else's request is not begun.
bool may_act(Arrival& arrival, Request const& request) {
    bool const needs_guard = changes_something(request);
    return !refused(arrival, request) && !(needs_guard && lacks_guard(arrival.visit, request));
}

// What was noted leaves with the change, and not where that is taken back.
void put_into_outbox(Visit& visit) {
    if (visit.sends_mail)
        for (auto const& one : visit.tellings)
            messages::send(visit, {.address = one.address, .subject = one.subject, .words = one.words});
    visit.tellings.clear();
}

// One page for all that is absent, so that nobody can tell it from what is not theirs.
http::Response handled(Visit& visit, Request const& request) {
    auto response = request.route->handle(visit, request);
    hold_back_what_nobody_decided(visit, *request.route, response);
    put_into_outbox(visit);
    if (response.status != 404 || !response.body.empty()) return response;
    return visit.who.staff ? refusals::not_found(visit) : refusals::not_found();
}

// What is refused as absent tells of nobody. A form that is shown again tells as much as its page.
bool tells(http::Response const& response) { return response.status < 400 || response.status == 422; }

Answered with_reads(Visit const& visit, Request const& request, http::Response response) {
    Answered answered{.response = std::move(response)};
    if (keeps_reads && tells(answered.response))
        answered.page = readings::of_page(visit, request.route->method, request.route->path);
    return answered;
}

// Whether the answer keeps something from who is signed in. A link's token is its own key, and refuses
// nobody.
bool refuses(Arrival const& arrival, Request const& request, http::Response const& response) {
    auto const& route = *request.route;
    return response.status == 404 && arrival.visit.who.staff && !arrival.locked &&
           route.needs != Permission::anyone;
}

// Who was refused stands in the log of reads. What it takes to say why is asked here, of refusals alone.
Answered with_refusal(Arrival const& arrival, Request const& request, Answered answered) {
    if (!keeps_reads || !refuses(arrival, request, answered.response)) return answered;
    auto const& route = *request.route;
    answered.page = readings::of_refusal(
        arrival.visit,
        {.method = route.method,
         .path = route.path,
         .segments = request.segments,
         .by_role = !may_ask(arrival.visit, route)}
    );
    answered.refuses = true;
    return answered;
}

// What was typed on the page of this number is kept in its tab until this sign of it comes (keep.ts): any
// other page may follow a form whose answer was lost on the way.
http::Response with_sign(http::Response response, http::Request const& request) {
    if (response.status != 303) return response;
    constexpr std::string_view for_scripts_and_an_hour = "; Path=/; SameSite=Lax; Secure; Max-Age=3600";
    auto const number =
        std::string(request.form.value(guard_fields::number));  // a UUID: `submission_of` took no other
    response.with("Set-Cookie", "withy-saved=" + number + std::string(for_scripts_and_an_hour));
    return response;
}

http::Response acted_on(Visit& visit, Request const& request) {
    auto response = handled(visit, request);
    disclosure_stop::note_confirmation(visit, request, response);
    return response;
}

http::Response answer_to(Arrival& arrival, Request const& request) {
    auto& visit = arrival.visit;
    if (auto refusal = refused(arrival, request)) return std::move(*refusal);
    if (!changes_something(request)) return handled(visit, request);

    if (lacks_guard(visit, request)) return send_again(visit, request);
    // An old page's button locks again, whatever it did before.
    if (stands_open_while_locked(*request.route)) return handled(visit, request);
    auto const submission = submissions::submission_of(visit, request);
    if (!submission) return acted_on(visit, request);
    if (auto const before = submissions::answered(visit, *submission))
        return with_sign(http::see_other(*before), request);
    auto response = acted_on(visit, request);
    submissions::remember(visit, *submission, response);
    return with_sign(std::move(response), request);
}

// Who is signed in and looks for a page that does not exist keeps the bar at the top, and so a way back.
constexpr Route nowhere{
    .method = "GET", .path = "", .needs = Permission::anyone, .handle = [](Visit&, http::Request const&) {
        return http::not_found();
    }};

}  // namespace

Expected<Request, http::Response> addressed(RouteTable const& routes, http::Request plain) {
    Request request{{std::move(plain)}};
    auto found = routes.find(request.method, request.path);
    if (!found.route && found.path_known) return refuse(refusals::wrong_method());
    auto const token = request.cookie(sign_in::cookie_name);
    if (!found.route && (token.empty() || changes_something(request))) return refuse(refusals::not_found());
    request.route = found.route ? found.route : &nowhere;
    request.segments = std::move(found.segments);

    if (!token.empty()) {
        request.token_hash = secret::hash_of_token(token);
        request.csrf = sign_in::csrf_of(token);
    }
    if (changes_something(request) && from_another_site(request))
        return refuse(refusals::from_another_site());
    return request;
}

Expected<Request, http::Response> received(RouteTable const& routes, http::Request plain) {
    auto request = addressed(routes, std::move(plain));
    if (!request || !changes_something(*request)) return request;
    if (auto const read = read_form(*request); !read) return refuse(refusals::malformed(read.error()));
    return request;
}

std::optional<Answered> refused(
    db::Connection& db, Settings const& settings, Request const& request, Instant now
) {
    auto arrival = arrival_of(db, settings, request, now);
    auto refusal = refused(arrival, request);
    if (!refusal) return std::nullopt;
    return with_refusal(arrival, request, {.response = std::move(*refusal)});
}

std::optional<Answered> prepare(db::Connection& db, Settings const& settings, Request& request, Instant now) {
    bool const is_read_through = disclosure_stop::holds_words_about_a_child(request);
    if (request.route->prepare == nullptr && !is_read_through) return std::nullopt;
    db::Transaction transaction(db, db::Mode::read);
    auto arrival = arrival_of(db, settings, request, now);
    if (!may_act(arrival, request)) return std::nullopt;
    // A stranger's words are not worth the time that reading them through takes.
    if (is_read_through) disclosure_stop::take_out_what_was_asked(request);
    bool const asks = is_read_through && disclosure_stop::has_to_ask(request);
    if (!asks && request.route->prepare == nullptr) return std::nullopt;
    need_to_know::WordsByDecision const words(arrival.visit);
    auto early = asks ? disclosure_stop::question(arrival.visit, request)
                      : request.route->prepare(arrival.visit, request);
    if (!early) return std::nullopt;
    hold_back_words_that_stayed_closed(*request.route, *early);
    return with_reads(arrival.visit, request, std::move(*early));
}

Answered answered(db::Connection& db, Settings const& settings, Request const& request, Instant now) {
    auto arrival = arrival_of(db, settings, request, now);
    bool const uses = uses_the_sign_in(arrival);
    need_to_know::WordsByDecision const words(arrival.visit);
    auto response = answer_to(arrival, request);
    if (!response.cause.empty()) refusals::note_cause(response.cause);
    auto whole = with_refusal(arrival, request, with_reads(arrival.visit, request, std::move(response)));
    whole.uses_the_sign_in = uses;
    return whole;
}

http::Response answer(db::Connection& db, Settings const& settings, Request const& request, Instant now) {
    return answered(db, settings, request, now).response;
}

}  // namespace app
