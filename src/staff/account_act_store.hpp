#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "staff/account_acts.hpp"

namespace staff::store {

struct NewAccountAct {
    AccountActId id;
    AccountActKind kind{};
    StaffId staff;
    std::optional<visits::Role> role;
    std::string address_before;
    std::string address;
    std::optional<Date> takes_effect_on;
};
void add(db::Connection& db, SchoolId school, NewAccountAct const& act, StaffId const& by, Instant at);
// Those of others that this person does not know of yet, oldest first; a role that they were given themselves
// is no news to them.
std::vector<AccountAct> unknown_to(db::Connection& db, SchoolId school, StaffId const& reader);
bool is_act(db::Connection& db, SchoolId school, AccountActId const& act);
void know(db::Connection& db, SchoolId school, AccountActId const& act, StaffId const& reader, Instant at);
// True where somebody but who made it knows of the person's latest change of address.
bool address_is_known(db::Connection& db, SchoolId school, StaffId const& staff);
// What the account signs in with.
std::optional<std::string> address_of(db::Connection& db, AccountId const& account);

}  // namespace staff::store
