#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "db/connection.hpp"
#include "staff/staff.hpp"
#include "visits/visit.hpp"

// What is done to accounts and told to the SENCo and the headteacher: who runs the accounts could otherwise
// become anybody unseen.
namespace staff {

using AccountActId = Id<struct AccountActTag>;

enum class AccountActKind { role_given, link_made, address_changed };
constexpr auto words(AccountActKind) { return std::array{"role_given", "link_made", "address_changed"}; }

// One act as it is told.
struct AccountAct {
    AccountActId id;
    AccountActKind kind{};
    std::string name;  // of whom it is about
    std::optional<visits::Role> role;
    std::string address_before;
    std::string address;
    std::string made_by;
    Instant made_at;
    auto columns() { return std::tie(id, kind, name, role, address_before, address, made_by, made_at); }
};

// "On 26 November Roisin Beckwith gave Una Hale the role SENCo."
std::string in_words(AccountAct const& act);

// Where they stand and are known.
inline constexpr std::string_view account_acts_path = "/account-changes";

// Where the link of a person goes who has an account already.
struct WayOfLink {
    std::string address;
    bool shown = false;  // to who makes it
};
// To the account's own address, which no administrator changes, or to the new one once somebody else knows of
// the change; the page shows it only where nothing goes by e-mail.
WayOfLink way_of_new_password(
    std::string const& own_address, std::string const& on_record, bool change_is_known, bool sends_mail
);

// True where the role opens children's cases, by rank or by whom one teaches or supports.
bool is_over_children(visits::Role role);
// True where one of the roles, held today or from a later day on, is such.
bool holds_over_children(std::vector<RoleHeld> const& roles, Date today);

namespace store {

struct NewAccountAct {
    AccountActId id;
    AccountActKind kind{};
    StaffId staff;
    std::optional<visits::Role> role;
    std::string address_before;
    std::string address;
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

}  // namespace store

namespace actions {

// Puts the act where the SENCo and the headteacher read it. The command line and a demonstration are no
// person and tell nothing.
void tell_role_given(Visit& visit, StaffId const& staff, visits::Role role);
void tell_link_made(Visit& visit, StaffId const& staff, std::string const& address);
void tell_address_changed(Visit& visit, Person const& before, std::string const& address);

// The visitor knows of this act; false where it is none that waits for them.
bool know(Visit& visit, AccountActId const& act);
// Of these and all before, but for changed addresses: each of those opens a way and is looked at alone.
void know_all_until(Visit& visit, AccountActId const& act);

}  // namespace actions
}  // namespace staff
