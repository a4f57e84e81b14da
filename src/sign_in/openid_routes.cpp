#include "sign_in/openid_routes.hpp"

#include "base/secret.hpp"
#include "html/url.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/openid_actions.hpp"
#include "sign_in/openid_pages.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "visits/proof.hpp"
#include "visits/saving.hpp"

namespace sign_in {
namespace {

constexpr std::string_view own_path = "/sign-ins";

http::Response with_errand(http::Response response, std::string carried) {
    http::Cookie const cookie{
        .name = std::string(errand_cookie_name),
        .value = std::move(carried),
        .seconds_to_live = errand_takes_at_most / seconds};
    response.with("Set-Cookie", cookie.header());
    return response;
}

http::Response without_errand(http::Response response) {
    http::Cookie const cookie{.name = std::string(errand_cookie_name), .value = "", .seconds_to_live = 0};
    response.with("Set-Cookie", cookie.header());
    return response;
}

pages::GoingBack back_from(ErrandPurpose purpose, std::string const& invitation, std::string_view then) {
    switch (purpose) {
        case ErrandPurpose::sign_in: break;
        case ErrandPurpose::add: return {"Your sign-in", std::string(own_path)};
        case ErrandPurpose::prove: return {"Show that it is you", visits::prove_then(then)};
        case ErrandPurpose::join: return {"Your invitation", "/invitations/" + invitation};
    }
    return {"Sign in", pages::path_then(then)};
}

// What the person is told, on the page where they were. What was noted on the way stays.
http::Response page_of_refusal(
    Visit& visit, http::Request const& request, Errand const& errand, std::string const& why
) {
    if (errand.purpose != ErrandPurpose::sign_in || visit.who.staff)
        return visit.page(
            pages::provider_refused(why, back_from(errand.purpose, errand.invitation, errand.then))
        );
    Fields const nothing;
    FormErrors const errors{{"openid", why}};
    pages::OtherWays const others{passkey_place(visit, request), actions::providers_here(visit)};
    return visit.form_again(pages::sign_in(visit.frame.guard, others, {nothing, errors}, errand.then));
}

http::Response refused(
    Visit& visit, http::Request const& request, Errand const& errand, OpenIdFault const& fault
) {
    auto response = page_of_refusal(visit, request, errand, in_words(fault.refusal, errand.provider));
    response.status = 422;
    response.keeps_writes = true;
    response.cause = "by " + std::string(in_words(errand.provider)) + ": " + fault.cause;
    return without_errand(std::move(response));
}

http::Response go(Visit& visit, http::Request const& request, actions::GoingFor const& going) {
    auto const kind = from_word<ProviderKind>(request.segment("provider"));
    auto const* const provider = kind ? actions::provider_of(visit, *kind) : nullptr;
    if (provider == nullptr) return http::not_found();
    auto departure = actions::depart(visit, *provider, going);
    if (!departure) {
        Errand const errand{
            .provider = *kind,
            .purpose = going.purpose,
            .began_at = visit.now,
            .state = {},
            .nonce = {},
            .verifier = {},
            .invitation = going.invitation,
            .then = local_path(going.then)};
        return refused(visit, request, errand, departure.error());
    }
    return with_errand(http::see_other(departure->address), std::move(departure->carried));
}

http::Response get_sign_in(Visit& visit, http::Request const& request) {
    return go(
        visit, request, {.purpose = ErrandPurpose::sign_in, .then = std::string(request.query.value("then"))}
    );
}

// Whoever can make a browser open this address could have somebody add an account that is not theirs; so the
// link has to be one of this sign-in's own page.
http::Response get_adding(Visit& visit, http::Request const& request) {
    auto const guard = csrf_of(request.cookie(cookie_name));
    if (!secret::unmasks_to(request.query.value("guard"), guard)) return http::see_other(own_path);
    return go(visit, request, {.purpose = ErrandPurpose::add});
}

http::Response get_proving(Visit& visit, http::Request const& request) {
    auto const provider = from_word<ProviderKind>(request.segment("provider"));
    if (!provider || !can_prove(*provider)) return http::not_found();
    return go(
        visit, request, {.purpose = ErrandPurpose::prove, .then = std::string(request.query.value("then"))}
    );
}

http::Response get_joining(Visit& visit, http::Request const& request) {
    auto const token = request.segment("token");
    auto const invited = actions::invited(visit, token);
    if (!invited || invited->state != staff::InvitationState::open) return http::not_found();
    return go(visit, request, {.purpose = ErrandPurpose::join, .invitation = std::string(token)});
}

std::optional<Errand> errand_of(Visit const& visit, http::Request const& request) {
    return actions::errand_of(visit, request.cookie(errand_cookie_name), request.query.value("state"));
}

Expected<Identity, OpenIdFault> found_out(Visit& visit, http::Request const& request, Errand const& errand) {
    auto const code = std::string(request.query.value("code"));
    if (code.empty()) return refuse(OpenIdFault{OpenIdRefusal::cancelled, "it came back without a code"});
    if (actions::stranger_paused(visit, attempt_of(visit, request, "")))
        return refuse(OpenIdFault{OpenIdRefusal::away, "too many tries from one network address"});
    return actions::identify(visit, errand, code);
}

std::optional<http::Response> prepare_return(Visit& visit, http::Request& request) {
    auto const errand = errand_of(visit, request);
    if (errand) request.prepared = text_of(found_out(visit, request, *errand));
    return std::nullopt;
}

http::Response come_in(
    Visit& visit, http::Request const& request, Errand const& errand, Identity const& identity
) {
    auto const account = actions::account_of(visit, identity);
    if (!account) return refused(visit, request, errand, account.error());
    auto const before = visit.who;
    auto const attempt = attempt_of(visit, request, account->address);
    auto const voucher = actions::voucher_of(visit, identity);
    auto const signed_in = actions::sign_in(visit, *account, attempt, voucher);
    if (!signed_in)
        return refused(
            visit,
            request,
            errand,
            {OpenIdRefusal::another_school, "it leads to no school that takes its word"}
        );
    if (before.staff) store::end(visit.db, before.account, token_hash_of(request), visit.now);
    auto const then = actions::going_on(visit, account->id, errand.then);
    auto const next =
        signed_in->workplaces.size() > 1 ? url::with_query("/sign-in/school", {{"then", then}}) : then;
    return with_cookies(without_errand(http::see_other(next)), signed_in->token, attempt);
}

http::Response add(
    Visit& visit, http::Request const& request, Errand const& errand, Identity const& identity
) {
    auto const added = actions::add_tie(visit, visit.who.account, identity);
    if (!added) return refused(visit, request, errand, added.error());
    return without_errand(visits::saved(own_path, Saved::own_sign_in));
}

http::Response prove(
    Visit& visit, http::Request const& request, Errand const& errand, Identity const& identity
) {
    auto const account = actions::account_of(visit, identity);
    if (!account) return refused(visit, request, errand, account.error());
    if (account->id != visit.who.account)
        return refused(visit, request, errand, {OpenIdRefusal::tied_already, "somebody else is here"});
    if (!proves_anew(identity, errand))
        return refused(
            visit, request, errand, {OpenIdRefusal::not_just_now, "the token has no auth_time, or an old one"}
        );
    store::note_proof(visit.db, token_hash_of(request), visit.now);
    return without_errand(http::see_other(errand.then));
}

// The link was this person's alone, so it shows who they are as a password does: a passkey can be added at
// once.
http::Response join(
    Visit& visit, http::Request const& request, Errand const& errand, Identity const& identity
) {
    auto invited = actions::invited(visit, errand.invitation);
    if (!invited || invited->state != staff::InvitationState::open)
        return refused(visit, request, errand, {OpenIdRefusal::stale, "an invitation that is over"});
    auto const joined = actions::join(visit, *invited, errand.invitation, identity);
    if (!joined) return refused(visit, request, errand, joined.error());
    auto const attempt = attempt_of(visit, request, invited->account->address);
    Voucher const voucher{vouched_by(identity.provider, identity.realm), visit.now};
    auto const token = actions::sign_in_at(visit, *invited->account, invited->workplace, attempt, voucher);
    return with_cookies(without_errand(http::see_other(own_path)), token, attempt);
}

http::Response stale(Visit& visit) {
    constexpr auto why = "That took longer than 10 minutes, was done before, or began in another browser";
    auto const back =
        visit.who.staff ? pages::GoingBack{"Today", "/"} : pages::GoingBack{"Sign in", "/sign-in"};
    auto response = visit.page(pages::provider_refused(why, back));
    response.status = 422;
    response.cause = "an errand to a provider that is not on";
    return without_errand(std::move(response));
}

http::Response get_return(Visit& visit, http::Request const& request) {
    // Asked for its headers alone, it is nobody who comes back.
    auto const errand = request.method == "GET" ? errand_of(visit, request) : std::nullopt;
    if (!errand || !actions::note_return(visit, *errand)) return stale(visit);
    auto const identity = identity_in(request.prepared);
    if (!identity) {
        bool const is_doubtful = identity.error().refusal == OpenIdRefusal::not_in_order;
        if (is_doubtful) actions::count_failure_of_stranger(visit, attempt_of(visit, request, ""));
        return refused(visit, request, *errand, identity.error());
    }
    switch (errand->purpose) {
        case ErrandPurpose::sign_in: return come_in(visit, request, *errand, *identity);
        case ErrandPurpose::add: return add(visit, request, *errand, *identity);
        case ErrandPurpose::prove: return prove(visit, request, *errand, *identity);
        case ErrandPurpose::join: return join(visit, request, *errand, *identity);
    }
    return http::not_found();
}

http::Response post_removal(Visit& visit, http::Request const& request) {
    auto const kind = from_word<ProviderKind>(request.segment("provider"));
    if (!kind) return http::not_found();
    if (!actions::remove_tie(visit, *kind, token_hash_of(request))) {
        auto response = visit.page(pages::provider_refused(
            "It is the only way in that you have. Add a passkey first, or ask your school’s administrator "
            "for "
            "a link to choose a password",
            {"Your sign-in", std::string(own_path)}
        ));
        response.status = 422;
        return response;
    }
    return visits::saved(own_path, Saved::own_sign_in);
}

Route calling_out(Route route) {
    route.calls_out = true;
    return route;
}

Route writing(Route route) {
    route.writes = true;
    return route;
}

}  // namespace

Routes openid_routes() {
    constexpr auto own = Permission::signed_in;
    constexpr auto anyone = Permission::anyone;
    return {
        calling_out({"GET", "/sign-in/openid/{provider}", anyone, get_sign_in}),
        calling_out({"GET", "/invitations/{token}/openid/{provider}", anyone, get_joining}),
        calling_out({"GET", "/prove/openid/{provider}", own, get_proving}),
        calling_out(visits::fresh({"GET", "/sign-ins/openid/{provider}", own, get_adding})),
        writing(calling_out({"GET", "/sign-in/openid", anyone, get_return, visits::form_bytes, prepare_return}
        )),
        visits::fresh({"POST", "/sign-ins/openid/{provider}/removal", own, post_removal}),
    };
}

}  // namespace sign_in
