#pragma once

#include <optional>

#include "sign_in/second_way.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// For which roles the school demands a second way from now on; each that changes stands in the log.
void demand_second_way(Visit& visit, SecondWayWish const& wish);

// What the account's person is to be told of the demand at this school, while they have no second way.
std::optional<OwnDemand> own_demand(Visit& visit, AccountId const& account);

// Whether this one may not be taken away: none would be left, and a role at any school that the account leads
// to demands one today.
bool is_last_demanded_way(Visit& visit, AccountId const& account, SecondWay way);

// Whether the account's password alone signs nobody in any more.
bool asks_for_passkey(Visit& visit, AccountId const& account);

}  // namespace sign_in::actions
