#pragma once

#include <string>

#include "staff/account_acts.hpp"
#include "visits/visit.hpp"

// What is done to accounts reaches who is to know of it.
namespace staff::actions {

// Puts the act where the SENCo and the headteacher read it. The command line and a demonstration are no
// person and tell nothing.
void tell_role_given(Visit& visit, StaffId const& staff, visits::Role role);
void tell_link_made(Visit& visit, StaffId const& staff, std::string const& address);
void tell_address_changed(Visit& visit, Person const& before, std::string const& address);
void tell_role_ended(Visit& visit, RoleHeld const& role, Date on);
void tell_left(Visit& visit, StaffId const& staff, Date on);
// Of the visitor's own way to sign in.
void tell_recovery_code_used(Visit& visit);
void tell_app_removed(Visit& visit);

// Where the person is told of what was done to them: what the account signs in with, which no administrator
// changes, else what is on record.
std::string own_address(Visit& visit, Person const& person);

// The visitor knows of this act; false where it is none that waits for them, or whoever did it gave them
// their role afterwards: such a tick would be the doer's own.
bool know(Visit& visit, AccountActId const& act);
// Of these and all before, but for changed addresses: each of those opens a way and is looked at alone.
void know_all_until(Visit& visit, AccountActId const& act);

}  // namespace staff::actions
