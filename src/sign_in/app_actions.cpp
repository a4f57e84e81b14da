#include "sign_in/app_actions.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "proofs/one_time_code.hpp"
#include "records/actions.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/account_act_actions.hpp"

namespace sign_in::actions {
namespace {

// RFC 4226 asks for 128 bits or more, and recommends 160.
constexpr std::size_t secret_size = 20;
constexpr std::size_t recovery_code_size = 10;

std::string row_of(AccountId const& account) { return "authenticator_app " + std::string(account.text()); }

std::string secret_of(Visit const& visit, AccountId const& account, AuthenticatorApp const& app) {
    auto const secret = sealed::opened(visit.key(), app.sealed_secret, row_of(account));
    if (!secret) throw std::runtime_error("The secret of an authenticator app does not open with this key");
    return *secret;
}

struct OpenedApp {
    AccountId account;
    std::string secret;
};

std::vector<OpenedApp> opened_apps(db::Connection& db, sealed::Key const& key) {
    std::vector<OpenedApp> apps;
    for (auto const& app : store::sealed_apps(db))
        if (auto secret = sealed::opened(key, app.sealed_secret, row_of(app.account)))
            apps.push_back({app.account, std::move(*secret)});
    return apps;
}

// As people type codes: with spaces, hyphens and small letters.
std::string plain(std::string_view typed) {
    auto code = text::ascii_lower(std::string(typed));
    std::erase_if(code, [](char letter) { return letter == ' ' || letter == '-'; });
    return code;
}

std::string hash_of_recovery_code(AccountId const& account, std::string_view typed) {
    return secret::digest({"recovery code", account.text(), plain(typed)});
}

void write_down(Visit& visit, std::string why) {
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "account",
         .subject_id = std::string(visit.who.account.text()),
         .why = std::move(why)}
    );
}

std::vector<std::string> make_recovery_codes(Visit& visit) {
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    for (int code = 0; code < recovery_codes_at_once; ++code) {
        auto words = text::ascii_lower(proofs::secret_in_words(secret::random_bytes(recovery_code_size)));
        std::ranges::replace(words, ' ', '-');
        hashes.push_back(hash_of_recovery_code(visit.who.account, words));
        codes.push_back(std::move(words));
    }
    store::keep_recovery_codes(visit.db, visit.who.account, hashes, visit.now);
    return codes;
}

// Asks for both, so that it takes as long for either and for neither.
std::optional<Code> used_code(
    Visit& visit, AccountId const& account, AuthenticatorApp const& app, std::string_view typed
) {
    auto const step =
        proofs::step_of_code(secret_of(visit, account, app), plain(typed), visit.now, app.last_step);
    bool const recovers =
        store::use_recovery_code(visit.db, account, hash_of_recovery_code(account, typed), visit.now);
    if (step) store::use_step(visit.db, account, *step);
    if (step) return Code::of_app;
    return recovers ? std::optional(Code::of_recovery) : std::nullopt;
}

// The app that a code has confirmed.
std::optional<AuthenticatorApp> app_in_use(Visit& visit, AccountId const& account) {
    auto app = store::app(visit.db, account);
    return app && app->confirmed_at ? app : std::nullopt;
}

}  // namespace

Ways ways_of(Visit& visit, AccountId const& account) {
    return {
        .has_app = asks_for_code(visit, account),
        .recovery_codes = store::recovery_codes_left(visit.db, account),
        .passkeys = store::passkeys(visit.db, account)};
}

bool asks_for_code(Visit& visit, AccountId const& account) { return app_in_use(visit, account).has_value(); }

void begin_app(Visit& visit) {
    auto const& account = visit.who.account;
    if (asks_for_code(visit, account)) return;
    auto const sealed = sealed::seal(visit.key(), secret::random_bytes(secret_size), row_of(account));
    store::begin_app(visit.db, account, sealed, visit.now);
}

std::optional<AppToAdd> app_to_add(Visit& visit) {
    auto const app = store::app(visit.db, visit.who.account);
    auto const account = store::account(visit.db, visit.who.account);
    if (!app || !account || app->confirmed_at) return std::nullopt;
    auto const secret = secret_of(visit, account->id, *app);
    return AppToAdd{
        proofs::secret_in_words(secret),
        proofs::app_address(secret, account->address, "Withy, " + visit.school_name)};
}

Expected<std::vector<std::string>, Refused> confirm_app(Visit& visit, std::string_view code) {
    auto const& account = visit.who.account;
    auto const app = store::app(visit.db, account);
    if (!app || app->confirmed_at) return refuse(Refused{Refusal::no_such_code});
    auto const step =
        proofs::step_of_code(secret_of(visit, account, *app), plain(code), visit.now, app->last_step);
    if (!step) return refuse(Refused{Refusal::no_such_code});
    store::confirm_app(visit.db, account, *step, visit.now);
    write_down(visit, "An authenticator app was added");
    tell_way_changed(visit, account, WayChange::app_added);
    return make_recovery_codes(visit);
}

Expected<void, Refused> remove_app(Visit& visit) {
    if (!asks_for_code(visit, visit.who.account)) return {};
    if (is_last_demanded_way(visit, visit.who.account, SecondWay::app))
        return refuse(Refused{Refusal::last_second_way});
    store::remove_app(visit.db, visit.who.account);
    write_down(visit, "The authenticator app was taken away");
    staff::actions::tell_app_removed(visit);
    tell_way_changed(visit, visit.who.account, WayChange::app_removed);
    return {};
}

std::vector<std::string> renew_recovery_codes(Visit& visit) {
    if (!asks_for_code(visit, visit.who.account)) return {};
    write_down(visit, "New recovery codes were made");
    tell_way_changed(visit, visit.who.account, WayChange::recovery_codes_renewed);
    return make_recovery_codes(visit);
}

std::int64_t count_apps(db::Connection& db, sealed::Key const& now) {
    return std::ssize(opened_apps(db, now));
}

std::int64_t seal_apps_again(db::Connection& db, sealed::Key const& now, sealed::Key const& next) {
    std::vector<SealedApp> again;
    for (auto const& app : opened_apps(db, now))
        again.push_back({app.account, sealed::seal(next, app.secret, row_of(app.account))});
    store::seal_again(db, again);
    return std::ssize(again);
}

Expected<Code, Refused> prove_code(
    Visit& visit, Account const& account, Attempt const& attempt, std::string_view typed
) {
    if (auto const until = paused(visit, attempt)) return refuse(Refused{Refusal::paused, *until});
    auto const app = app_in_use(visit, account.id);
    auto const code = app ? used_code(visit, account.id, *app, typed) : std::nullopt;
    if (!code) {
        count_failure(visit, attempt);
        return refuse(Refused{Refusal::no_such_code});
    }
    forget_failures(visit, attempt);
    return *code;
}

std::string await_code(Visit& visit, Account const& account) {
    auto token = secret::new_token();
    auto const hash = secret::hash_of_token(token);
    if (clears_up(hash)) store::forget_awaited_before(visit.db, visit.now - code_is_awaited_for);
    store::await_code(visit.db, hash, account.id, visit.now);
    return token;
}

std::optional<Account> who_is_awaited(Visit& visit, std::string_view token) {
    auto const account =
        store::who_is_awaited(visit.db, secret::hash_of_token(token), visit.now - code_is_awaited_for);
    return account ? store::account(visit.db, *account) : std::nullopt;
}

}  // namespace sign_in::actions
