#include "sign_in/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "records/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "sign_in/throttle_rules.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/store.hpp"

namespace sign_in::actions {
namespace {

// Nobody's password, hashed as every other: an address without an account costs the same time.
constexpr std::string_view nobodys_hash =
    "$argon2id$v=19$m=65536,t=2,p=1$LCsmeHlDKI8W5jA3oQ60og$eYwVq7fn5FXELdEbeOJ/VxLh7FBEWhXdpW7wLnxUdw0";

std::string key_of_account(Attempt const& attempt) { return secret::digest({"account", attempt.address}); }
std::string key_of_address(Attempt const& attempt) { return secret::digest({"address", attempt.from}); }
std::string key_of_browser(Attempt const& attempt) { return secret::digest({"browser", attempt.browser}); }
std::string key_of_account_in_browser(Attempt const& attempt) {
    return secret::digest({"account in browser", attempt.address, attempt.browser});
}

bool is_known(Visit& visit, Attempt const& attempt) {
    return store::has_signed_in_with(
        visit.db, attempt.address, key_of_browser(attempt), visit.now - browser_known_for
    );
}

void count_failure(Visit& visit, std::string const& key, Allowance const& allowance) {
    store::add_failure(visit.db, key, visit.now, visit.now - allowance.forgotten_after);
}

std::optional<Instant> later(std::optional<Instant> const& one, std::optional<Instant> const& other) {
    return one && other ? std::max(*one, *other) : one ? one : other;
}

// The school where the account was signed in last, else the first.
Workplace const& usual(Visit& visit, Account const& account, std::vector<Workplace> const& workplaces) {
    auto const last = store::last_school(visit.db, account.id);
    auto const found =
        std::ranges::find(workplaces, last, [](auto const& one) { return std::optional(one.school); });
    return found == workplaces.end() ? workplaces.front() : *found;
}

}  // namespace

std::string browser_of(Visit& visit, std::string_view token) {
    std::string browser(token);
    bool const is_known_to_withy =
        !browser.empty() && store::is_browser(visit.db, secret::digest({"browser", browser}));
    return is_known_to_withy ? browser : secret::new_token();
}

std::optional<Instant> paused(Visit& visit, Attempt const& attempt) {
    auto const by = [&](std::string const& key, Allowance const& allowance) {
        return paused_until(store::failures(visit.db, key), allowance, visit.now);
    };
    if (is_known(visit, attempt)) return by(key_of_account_in_browser(attempt), account_allowance);
    return later(
        by(key_of_account(attempt), account_allowance), by(key_of_address(attempt), address_allowance)
    );
}

std::string fitting_hash(Visit& visit, Attempt const& attempt, std::string_view password) {
    auto const account = store::account(visit.db, attempt.address);
    bool const has_password = account && !account->password_hash.empty();
    auto hash = has_password ? account->password_hash : std::string(nobodys_hash);
    bool const fits = secret::password_matches(hash, password);
    return has_password && fits ? hash : std::string();
}

Expected<Account, Refused> prove(Visit& visit, Attempt const& attempt, std::string const& fitting_hash) {
    if (auto const until = paused(visit, attempt)) return refuse(Refused{Refusal::paused, *until});
    auto const account = store::account(visit.db, attempt.address);
    if (fitting_hash.empty() || !account || account->password_hash != fitting_hash) {
        count_failure(visit, attempt);
        return refuse(Refused{Refusal::wrong});
    }
    // Whoever knows the password alone would otherwise guess codes for ever, with a sign-in between.
    if (!asks_for_code(visit, account->id)) forget_failures(visit, attempt);
    return *account;
}

void count_failure(Visit& visit, Attempt const& attempt) {
    bool const known = is_known(visit, attempt);
    count_failure(visit, key_of_account(attempt), account_allowance);
    count_failure(visit, key_of_address(attempt), address_allowance);
    if (known) count_failure(visit, key_of_account_in_browser(attempt), account_allowance);
}

void forget_failures(Visit& visit, Attempt const& attempt) {
    store::forget_failures(visit.db, key_of_account(attempt));
    if (is_known(visit, attempt)) store::forget_failures(visit.db, key_of_account_in_browser(attempt));
    store::forget_failures_before(visit.db, visit.now - account_allowance.forgotten_after);
}

std::vector<Workplace> workplaces(Visit& visit, Account const& account) {
    Workplace const here{visit.school, visit.school_name, {}};
    auto all = store::workplaces(visit.db, account.id);
    std::erase_if(all, [&](Workplace const& workplace) {
        visit.enter(workplace.school, workplace.school_name);
        return !store::works_here(visit.db, workplace, visit.today);
    });
    visit.enter(here.school, here.school_name);  // none, for who has yet to come in
    return all;
}

Expected<SignedIn, Refused> sign_in(
    Visit& visit, Account const& account, Attempt const& attempt, Voucher const& voucher
) {
    auto all = workplaces(visit, account);
    std::erase_if(all, [&](auto const& one) {
        return !takes_word(visit.providers.get(), one.school, voucher.by);
    });
    if (all.empty()) return refuse(Refused{Refusal::works_nowhere});
    auto const& workplace = usual(visit, account, all);
    auto token = sign_in_at(visit, account, workplace, attempt, voucher);
    return SignedIn{std::move(token), workplace.staff, std::move(all)};
}

std::string sign_in_at(
    Visit& visit,
    Account const& account,
    Workplace const& workplace,
    Attempt const& attempt,
    Voucher const& voucher
) {
    auto token = secret::new_token();
    auto const token_hash = secret::hash_of_token(token);
    visit.enter(workplace.school, workplace.school_name);
    if (clears_up(token_hash)) store::forget_sign_ins_before(visit.db, visit.now - sign_in_kept_for);
    store::begin(
        visit.db,
        {.token_hash = token_hash,
         .account = account.id,
         .workplace = workplace,
         .device = device_in_words(attempt.user_agent),
         .browser_hash = key_of_browser(attempt),
         .voucher = voucher},
        visit.now
    );
    return token;
}

void change_password(
    Visit& visit, Account const& account, std::string const& password_hash, std::string const& this_token_hash
) {
    store::set_password(visit.db, account.id, password_hash);
    store::end_all_but(visit.db, account.id, this_token_hash, visit.now);
    store::end_awaiting(visit.db, account.id);
    // A link made before leads to no other password than the one that was chosen.
    staff::store::revoke_invitations(visit.db, visit.school, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "account",
         .subject_id = std::string(account.id.text()),
         .why = "A new password was chosen"}
    );
    tell_way_changed(visit, account.id, WayChange::password_changed);
}

std::optional<Instant> stranger_paused(Visit& visit, Attempt const& attempt) {
    // Twelve letters of a random token are not guessed, so wrong ones of a stranger pause nobody but the
    // stranger.
    return paused_until(store::failures(visit.db, key_of_address(attempt)), address_allowance, visit.now);
}

bool is_set_up_code(Visit& visit, std::string const& code) {
    return store::set_up_code(visit.db) == secret::hash_of_token(code);
}

void count_failure_of_stranger(Visit& visit, Attempt const& attempt) {
    count_failure(visit, key_of_address(attempt), address_allowance);
}

}  // namespace sign_in::actions
