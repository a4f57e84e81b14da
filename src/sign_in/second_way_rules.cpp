#include "sign_in/second_way_rules.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace sign_in {
namespace {

SecondWays without(SecondWay way, SecondWays ways) {
    if (way == SecondWay::app) ways.app = false;
    if (way == SecondWay::passkey && ways.passkeys > 0) --ways.passkeys;
    return ways;
}

}  // namespace

bool has_second_way(SecondWays const& ways, bool passkeys_work) {
    return ways.app || (passkeys_work && ways.passkeys > 0);
}

DemandStands stands(std::optional<Date> const& demanded_from, bool has_second_way, Date today) {
    if (!demanded_from || has_second_way) return DemandStands::met;
    return *demanded_from <= today ? DemandStands::open : DemandStands::to_come;
}

RolesApart apart(std::vector<RoleToday> const& roles, bool has_second_way, Date today) {
    RolesApart found;
    for (auto const& [role, demanded_from] : roles) {
        bool const waits = stands(demanded_from, has_second_way, today) == DemandStands::open;
        (waits ? found.held_back : found.in_use).push_back(role);
    }
    return found;
}

visits::Who with_every_role(Comer comer) {
    for (auto& today : comer.roles) comer.who.roles.push_back(std::move(today.role));
    return std::move(comer.who);
}

bool may_take_away(SecondWay way, SecondWays const& ways, bool passkeys_work, bool demanded) {
    return !demanded || has_second_way(without(way, ways), passkeys_work);
}

bool has_to_use_passkey(SecondWays const& ways, bool passkeys_work, bool demanded) {
    return demanded && !ways.app && passkeys_work && ways.passkeys > 0;
}

std::vector<SecondWayDemand> granted(
    std::span<SecondWayDemand const> before, SecondWayWish const& wish, Date today
) {
    std::vector<SecondWayDemand> after;
    for (auto const role : all_of<visits::Role>()) {
        if (std::ranges::find(wish.roles, role) == wish.roles.end()) continue;
        auto const stood = std::ranges::find(before, role, &SecondWayDemand::role);
        bool const has_come = stood != before.end() && stood->starts_on <= today;
        after.push_back({role, has_come ? stood->starts_on : wish.starts_on});
    }
    return after;
}

}  // namespace sign_in
