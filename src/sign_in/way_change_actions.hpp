#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sign_in/sign_in.hpp"
#include "sign_in/way_changes.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// Tells the account's person of it: by e-mail to the address that they sign in with, which no administrator
// changes, and the next time somebody signs in as them. The school has been entered.
void tell_way_changed(Visit& visit, AccountId const& account, WayChange change);

// Of the last weeks, the latest first.
std::vector<Changed> way_changes(Visit const& visit);

// Where somebody who just signed in goes on: to the path, or to where they add the second way that their
// school demands; it says so where their ways to sign in changed since somebody was last told.
std::string going_on(Visit& visit, AccountId const& account, std::string_view path);

}  // namespace sign_in::actions
