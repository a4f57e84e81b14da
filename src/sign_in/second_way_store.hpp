#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/second_way.hpp"

// The school has been entered.
namespace sign_in::store {

std::vector<SecondWayDemand> second_way_demands(db::Connection& db, SchoolId school);
// In place of what stood for the role.
void demand(db::Connection& db, SchoolId school, SecondWayDemand const& demand);
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
