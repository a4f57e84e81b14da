#include "staff/account_act_rules.hpp"

#include <algorithm>

namespace staff {
namespace {

std::string effect_of(AccountAct const& act) {
    if (!act.takes_effect_on) return {};
    return " on " + calendar::day_month_year(*act.takes_effect_on);
}

}  // namespace

WayOfLink way_of_new_password(
    std::string const& own_address, std::string const& on_record, bool change_is_known, bool sends_mail
) {
    bool const may_go_to_new = change_is_known && !on_record.empty();
    return {may_go_to_new ? on_record : own_address, !sends_mail};
}

bool is_over_children(visits::Role role) { return visits::allows(role, visits::Permission::open_case); }

bool holds_over_children(std::vector<RoleHeld> const& roles, Date today) {
    return std::ranges::any_of(roles, [&](auto const& held) {
        bool const is_over = held.ends_on && *held.ends_on < today;
        return !is_over && is_over_children(held.role);
    });
}

std::string in_words(AccountAct const& act) {
    auto const who_did =
        "On " + calendar::day_and_month(calendar::local_date(act.made_at)) + " " + act.made_by;
    switch (act.kind) {
        case AccountActKind::role_given:
            return who_did + " gave " + act.name + " the role " + std::string(in_words(*act.role)) + ".";
        case AccountActKind::link_made:
            return who_did + " made a new sign-in link for " + act.name + ", to " + act.address + ".";
        case AccountActKind::role_ended:
            return who_did + " ended the role " + std::string(in_words(*act.role)) + " of " + act.name +
                   effect_of(act) + ".";
        case AccountActKind::left:
            return who_did + " put down that " + act.name + " leaves the school" + effect_of(act) + ".";
        case AccountActKind::recovery_code_used: return who_did + " signed in with a recovery code.";
        case AccountActKind::app_removed:
            return who_did + " took away their authenticator app: the password alone signs them in.";
        case AccountActKind::address_changed:
            return who_did + " changed the e-mail address of " + act.name + " from " +
                   (act.address_before.empty() ? "none" : act.address_before) + " to " +
                   (act.address.empty() ? "none" : act.address) + ".";
    }
    return {};
}

}  // namespace staff
