#include "sign_in/second_way_actions.hpp"

#include <algorithm>

#include "records/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/second_way_rules.hpp"
#include "sign_in/second_way_store.hpp"
#include "sign_in/store.hpp"

namespace sign_in::actions {
namespace {

std::string day_of(std::vector<SecondWayDemand> const& demands, visits::Role role) {
    auto const found = std::ranges::find(demands, role, &SecondWayDemand::role);
    return found == demands.end() ? std::string() : calendar::iso(found->starts_on);
}

void write_down(Visit& visit, visits::Role role, std::string const& before, std::string const& after) {
    records::write(
        visit,
        {.action = after.empty()    ? records::Action::ended
                   : before.empty() ? records::Action::made
                                    : records::Action::changed,
         .subject = "second_way_demand",
         .subject_id = std::string(word(role)),
         .fields = {{"starts_on", before, after}}}
    );
}

SecondWays second_ways(Visit& visit, AccountId const& account) {
    auto const ways = ways_of(visit, account);
    return {ways.has_app, ways.passkeys.size()};
}

// Each school tells of its own alone, so all that the account leads to are entered one after the other.
bool is_demanded_anywhere(Visit& visit, AccountId const& account) {
    Workplace const here{visit.school, visit.school_name, {}};
    bool demanded = false;
    for (auto const& workplace : store::workplaces(visit.db, account)) {
        visit.enter(workplace.school, workplace.school_name);
        auto const from = store::second_way_demanded_from(visit.db, workplace.school, account, visit.today);
        demanded = demanded || (from && *from <= visit.today);
    }
    visit.enter(here.school, here.school_name);  // none, for who has yet to come in
    return demanded;
}

}  // namespace

void demand_second_way(Visit& visit, SecondWayWish const& wish) {
    auto const before = store::second_way_demands(visit.db, visit.school);
    auto const after = granted(before, wish, visit.today);
    for (auto const role : all_of<visits::Role>()) {
        auto const stood = day_of(before, role);
        auto const stands = day_of(after, role);
        if (stood == stands) continue;
        if (stands.empty())
            store::demand_no_more(visit.db, visit.school, role);
        else
            store::demand(visit.db, visit.school, *std::ranges::find(after, role, &SecondWayDemand::role));
        write_down(visit, role, stood, stands);
    }
}

std::optional<OwnDemand> own_demand(Visit& visit, AccountId const& account) {
    auto const from = store::second_way_demanded_from(visit.db, visit.school, account, visit.today);
    if (!from) return std::nullopt;
    bool const has_one = has_second_way(second_ways(visit, account), passkeys_work_here(visit));
    auto const standing = stands(from, has_one, visit.today);
    if (standing == DemandStands::met) return std::nullopt;
    return OwnDemand{standing, *from};
}

bool is_last_demanded_way(Visit& visit, AccountId const& account, SecondWay way) {
    auto const ways = second_ways(visit, account);
    bool const demanded = is_demanded_anywhere(visit, account);
    return !may_take_away(way, ways, passkeys_work_here(visit), demanded);
}

bool asks_for_passkey(Visit& visit, AccountId const& account) {
    auto const ways = second_ways(visit, account);
    // Most have no passkey alone: then no school is asked.
    if (!has_to_use_passkey(ways, passkeys_work_here(visit), true)) return false;
    return is_demanded_anywhere(visit, account);
}

}  // namespace sign_in::actions
