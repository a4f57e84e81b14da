#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "staff/staff.hpp"
#include "visits/role.hpp"

// What is done to accounts and told to the SENCo and the headteacher: who runs the accounts could otherwise
// become anybody unseen.
namespace staff {

using AccountActId = Id<struct AccountActTag>;

enum class AccountActKind {
    role_given,
    link_made,
    address_changed,
    role_ended,
    left,
    recovery_code_used,
    app_removed
};
constexpr auto words(AccountActKind) {
    return std::array{
        "role_given",
        "link_made",
        "address_changed",
        "role_ended",
        "left",
        "recovery_code_used",
        "app_removed"};
}

// One act as it is told.
struct AccountAct {
    AccountActId id;
    AccountActKind kind{};
    std::string name;  // of whom it is about
    std::optional<visits::Role> role;
    std::string address_before;
    std::string address;
    std::optional<Date> takes_effect_on;  // of an ending
    std::string made_by;
    Instant made_at;
    bool before_role = false;  // the same person gave the reader the role by which they read it, later
    auto columns() {
        return std::tie(
            id, kind, name, role, address_before, address, takes_effect_on, made_by, made_at, before_role
        );
    }
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

}  // namespace staff
