#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "sign_in/ways.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// What the account has to sign in with besides its password.
Ways ways_of(Visit& visit, AccountId const& account);
bool asks_for_code(Visit& visit, AccountId const& account);

// The visitor adds an app: a new secret, which counts for nothing until a code of it was typed.
void begin_app(Visit& visit);
// What to scan or type into the app; nothing where none waits to be confirmed.
std::optional<AppToAdd> app_to_add(Visit& visit);
// The recovery codes, which nobody sees again, where the code is one of the app that waits.
Expected<std::vector<std::string>, Refused> confirm_app(Visit& visit, std::string_view code);
// Refused where it is the last second way while one is demanded.
Expected<void, Refused> remove_app(Visit& visit);
// Ten others in place of those that there were; nothing where there is no app to go without.
std::vector<std::string> renew_recovery_codes(Visit& visit);

// How many apps there are of which the secret opens with the sealing key that is in force; and seals those
// with the next one, in the transaction of the caller. What opens with neither stays as it is. Both say how
// many.
std::int64_t count_apps(db::Connection& db, sealed::Key const& now);
std::int64_t seal_apps_again(db::Connection& db, sealed::Key const& now, sealed::Key const& next);

// By which of its codes somebody proved to be the account's person.
enum class Code { of_app, of_recovery };

// Either uses the code up or counts the failure, as for passwords. Takes as long, and says the same, whatever
// is wrong with it.
Expected<Code, Refused> prove_code(
    Visit& visit, Account const& account, Attempt const& attempt, std::string_view typed
);

// Whoever gave the right password and is to give a code: the token that the page holds, and whose it is.
std::string await_code(Visit& visit, Account const& account);
std::optional<Account> who_is_awaited(Visit& visit, std::string_view token);

}  // namespace sign_in::actions
