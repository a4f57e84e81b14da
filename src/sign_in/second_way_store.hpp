#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/second_way.hpp"

// The school has been entered.
namespace sign_in::store {

// What the school demands, in the order of the roles' words; those whose day is to come with them.
std::vector<SecondWayDemand> second_way_demands(db::Connection& db, SchoolId school);
// Demands one of the role from this day on, in place of what stood for it.
void demand(db::Connection& db, SchoolId school, SecondWayDemand const& demand);
// The role demands none from now on; nothing happens where it did not.
void demand_no_more(db::Connection& db, SchoolId school, visits::Role role);

// The first day from which a role that the account's person holds here today demands a second way.
std::optional<Date> second_way_demanded_from(
    db::Connection& db, SchoolId school, visits::AccountId const& account, Date today
);

// By role, those roles alone in which somebody has none; a passkey is none where passkeys don't work.
std::vector<WithoutSecondWay> without_second_way(
    db::Connection& db, SchoolId school, Date today, bool passkeys_work
);

}  // namespace sign_in::store
