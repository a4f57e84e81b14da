#include "sign_in/own_routes.hpp"

#include "sign_in/app_actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/openid_actions.hpp"
#include "sign_in/openid_store.hpp"
#include "sign_in/own_pages.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "visits/saving.hpp"

namespace sign_in {
namespace {

constexpr std::string_view own_path = "/sign-ins";

design::Page own_page(Visit& visit, http::Request const& request, std::string refused = {}) {
    auto const& account = visit.who.account;
    auto const kept = store::account(visit.db, account);
    auto const ties = store::ties(visit.db, account);
    return pages::own_sign_in(
        visit.frame.guard,
        {.ways = actions::ways_of(visit, account),
         .passkeys = passkey_place(visit, request),
         .has_password = ties.empty() || (kept && !kept->password_hash.empty()),
         .ties = ties,
         .providers = actions::providers_here(visit),
         .changes = actions::way_changes(visit),
         .is_told_by_mail = visit.sends_mail,
         .devices = store::devices(visit.db, account, visit.now),
         .this_token_hash = token_hash_of(request),
         .has_several_schools = store::workplaces(visit.db, account).size() > 1,
         .demand = actions::own_demand(visit, account),
         .refused = std::move(refused)}
    );
}

http::Response get_own(Visit& visit, http::Request const& request) {
    return visit.page(own_page(visit, request));
}

// What was taken away, or why it stays.
http::Response after_removal(
    Visit& visit, http::Request const& request, Expected<void, Refused> const& removed
) {
    if (removed) return visits::saved(own_path, Saved::own_sign_in);
    return visit.form_again(own_page(visit, request, in_words(removed.error())));
}

http::Response post_app(Visit& visit, http::Request const&) {
    actions::begin_app(visit);
    return http::see_other("/sign-ins/app");
}

http::Response get_app(Visit& visit, http::Request const&) {
    auto const app = actions::app_to_add(visit);
    if (!app) return http::see_other(own_path);
    return visit.page(pages::add_app(visit.frame.guard, *app, design::blank()));
}

http::Response post_confirmation(Visit& visit, http::Request const& request) {
    auto const app = actions::app_to_add(visit);
    if (!app) return http::see_other(own_path);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::add_app(visit.frame.guard, *app, {request.form, errors}));
    };
    auto const typed = forms::code(request.form);
    if (!typed) return again(typed.error());
    auto const codes = actions::confirm_app(visit, *typed);
    if (!codes) return again({{"code", in_words(codes.error())}});
    return visit.page(pages::recovery_codes(*codes));
}

http::Response post_app_removal(Visit& visit, http::Request const& request) {
    return after_removal(visit, request, actions::remove_app(visit));
}

http::Response post_recovery_codes(Visit& visit, http::Request const&) {
    auto const codes = actions::renew_recovery_codes(visit);
    if (codes.empty()) return http::see_other(own_path);
    return visit.page(pages::recovery_codes(codes));
}

design::Page page_to_add_passkey(Visit& visit, proofs::Place const& place, Answers const& answers) {
    auto const account = store::account(visit.db, visit.who.account).value_or(Account{});
    pages::PasskeyOwner const owner{
        .account = std::string(visit.who.account.text()),
        .address = account.address,
        .name = visit.who.name,
        .has = store::credentials_of(visit.db, visit.who.account)};
    return pages::add_passkey(visit.frame.guard, owner, place, answers);
}

http::Response get_new_passkey(Visit& visit, http::Request const& request) {
    auto const place = passkey_place(visit, request).here();
    if (!place) return http::see_other(own_path);
    return visit.page(page_to_add_passkey(visit, *place, design::blank()));
}

http::Response post_passkey(Visit& visit, http::Request const& request) {
    auto const place = passkey_place(visit, request).here();
    if (!place) return http::see_other(own_path);
    auto const again = [&](FormErrors const& errors) {
        auto response = visit.form_again(page_to_add_passkey(visit, *place, {request.form, errors}));
        response.keeps_writes = true;
        return response;
    };
    auto const typed = forms::new_passkey(request.form);
    if (!typed) return again(typed.error());
    auto const added = actions::add_passkey(visit, *typed);
    if (!added) return again({{"passkey", in_words(added.error())}});
    return visits::saved(own_path, Saved::own_sign_in);
}

http::Response post_passkey_removal(Visit& visit, http::Request const& request) {
    auto const id = request.id<PasskeyId>("passkey");
    if (!id) return http::not_found();
    return after_removal(visit, request, actions::remove_passkey(visit, *id));
}

}  // namespace

Routes own_routes() {
    constexpr auto own = Permission::signed_in;
    return {
        {"GET", "/sign-ins", own, get_own},
        visits::fresh({"POST", "/sign-ins/app", own, post_app}),
        visits::fresh({"GET", "/sign-ins/app", own, get_app}),
        visits::fresh({"POST", "/sign-ins/app/confirmation", own, post_confirmation}),
        visits::fresh({"POST", "/sign-ins/app/removal", own, post_app_removal}),
        visits::fresh({"POST", "/sign-ins/recovery-codes", own, post_recovery_codes}),
        visits::fresh({"GET", "/sign-ins/passkeys/new", own, get_new_passkey}),
        visits::fresh({"POST", "/sign-ins/passkeys", own, post_passkey}),
        visits::fresh({"POST", "/sign-ins/passkeys/{passkey}/removal", own, post_passkey_removal}),
    };
}

}  // namespace sign_in
