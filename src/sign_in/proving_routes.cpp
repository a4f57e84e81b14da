#include "sign_in/proving_routes.hpp"

#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/openid_store.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/account_act_actions.hpp"
#include "visits/proof.hpp"

namespace sign_in {
namespace {

std::string worded(Visit const& visit, Refused const& refused) {
    bool const wrong = refused.refusal == Refusal::wrong;
    return wrong ? "This is not the password of " + visit.who.name : in_words(refused);
}

FormErrors faults_of_passkey(Visit& visit, http::Request const& request) {
    auto const proven = actions::prove_passkey(visit, forms::passkey_use(request.form), Purpose::prove);
    if (proven) return {};
    return {{"passkey", in_words(proven.error())}};
}

FormErrors faults_of_code(Visit& visit, http::Request const& request, Account const& account) {
    auto const typed = forms::code(request.form);
    if (!typed) return typed.error();
    auto const attempt = attempt_of(visit, request, account.address);
    auto const proven = actions::prove_code(visit, account, attempt, *typed);
    if (!proven) return {{"code", in_words(proven.error())}};
    if (*proven == actions::Code::of_recovery) {
        staff::actions::tell_recovery_code_used(visit);
        actions::tell_way_changed(visit, account.id, WayChange::recovery_code_used);
    }
    return {};
}

FormErrors faults_of_password(Visit& visit, http::Request const& request, Account const& account) {
    if (auto const typed = forms::password(request.form); !typed) return typed.error();
    auto const attempt = attempt_of(visit, request, account.address);
    auto const proven = actions::prove(visit, attempt, request.prepared);
    if (!proven) return {{"password", worded(visit, proven.error())}};
    actions::forget_failures(visit, attempt);
    return {};
}

bool is_proven(Visit& visit, http::Request const& request) {
    auto const presence = store::presence(visit.db, token_hash_of(request));
    return presence && has_fresh_proof(*presence, visit.now);
}

http::Response get_prove(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.query.value("then"));
    if (is_proven(visit, request)) return http::see_other(then);
    return visit.page(pages::prove(visit.frame.guard, ways_to_prove(visit, request), {.then = then}));
}

http::Response post_prove(Visit& visit, http::Request const& request) {
    if (auto const errors = faults_of_proof(visit, request); !errors.empty()) {
        auto response = visit.form_again(pages::prove(
            visit.frame.guard, ways_to_prove(visit, request), interrupted_in(request), {request.form, errors}
        ));
        response.keeps_writes = true;
        return response;
    }
    store::note_proof(visit.db, token_hash_of(request), visit.now);
    return go_on(visit, request);
}

// What a browser says in the name of a passkey begins with this: a challenge, made for one purpose.
http::Response post_challenge(Visit& visit, http::Request const& request) {
    auto const purpose = from_word<Purpose>(request.form.value("purpose"));
    if (!purpose || (*purpose != Purpose::sign_in && !visit.who.staff)) return http::not_found();
    http::Response response{.status = 200, .headers = {}, .body = actions::new_challenge(visit, *purpose)};
    response.with("Content-Type", "text/plain; charset=utf-8");
    return response;
}

}  // namespace

pages::WaysToProve ways_to_prove(Visit& visit, http::Request const& request) {
    auto const ways = actions::ways_of(visit, visit.who.account);
    auto const account = store::account(visit.db, visit.who.account);
    auto const ties = store::ties(visit.db, visit.who.account);
    std::vector<ProviderKind> providers;
    for (auto const& tie : ties)
        if (can_prove(tie.provider)) providers.push_back(tie.provider);
    return {
        .person_name = visit.who.name,
        .made_up = store::people_are_made_up(visit.db),
        .password = ties.empty() || (account && !account->password_hash.empty()),
        .code = ways.has_app,
        .passkey = ways.passkeys.empty() ? PasskeyPlace{} : passkey_place(visit, request),
        .providers = std::move(providers)};
}

std::optional<http::Response> prepare_proof(Visit& visit, http::Request& request) {
    auto const typed = forms::password(request.form);
    if (!typed || !visit.who.staff) return std::nullopt;
    auto const account = store::account(visit.db, visit.who.account);
    if (!account) return std::nullopt;
    auto const attempt = attempt_of(visit, request, account->address);
    if (actions::paused(visit, attempt)) return std::nullopt;
    request.prepared = actions::fitting_hash(visit, attempt, *typed);
    return std::nullopt;
}

FormErrors faults_of_proof(Visit& visit, http::Request const& request) {
    if (store::people_are_made_up(visit.db)) return {};
    if (!request.form.value("credential").empty()) return faults_of_passkey(visit, request);
    auto const account = store::account(visit.db, visit.who.account);
    if (!account) return {{"password", in_words(Refused{Refusal::wrong})}};
    return request.form.has("code") ? faults_of_code(visit, request, *account)
                                    : faults_of_password(visit, request, *account);
}

pages::Interrupted interrupted_in(http::Request const& request) {
    return {local_path(request.form.value("then")), visits::carried(request.form)};
}

http::Response go_on(Visit const& visit, http::Request const& request) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty() && local_path(resubmission.path) == resubmission.path)
        return visit.page(pages::send_again(visit.frame.guard, resubmission));
    return http::see_other(local_path(request.form.value("then")));
}

http::Response prove_first(Visit& visit, http::Request const& request) {
    if (request.method == "GET" || request.method == "HEAD")
        return http::see_other(visits::prove_then(request.path));
    pages::Interrupted const interrupted{"/", {request.path, request.form}};
    return visit.form_again(pages::prove(visit.frame.guard, ways_to_prove(visit, request), interrupted));
}

Routes proving_routes() {
    return {
        {"GET", "/prove", Permission::signed_in, get_prove},
        {"POST", "/prove", Permission::signed_in, post_prove, visits::form_bytes, prepare_proof},
        {"POST", "/passkey-challenges", Permission::anyone, post_challenge},
    };
}

}  // namespace sign_in
