#pragma once

#include <optional>
#include <string>
#include <vector>

#include "need_to_know/rules.hpp"
#include "support/as_the_policy_says.hpp"

// Somebody with whatever ties to Sam, about whom others have said as much as they could.
namespace need_to_know {

using visits::Role;
using visits::Who;

inline auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
inline auto const someone_else = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
inline auto const class_4b = *ClassId::parse("0190b6e0-0000-7000-8000-00000000004b");
inline auto const class_5a = *ClassId::parse("0190b6e0-0000-7000-8000-00000000005a");

inline Child sam() {
    Child child;
    child.pupil.forename = "Sam";
    child.pupil.class_id = class_4b;
    child.pupil.class_name = "4B";
    child.deliverers = {someone_else};
    child.stand_ins = {someone_else};
    child.former = {someone_else};
    child.raised_by = {someone_else};
    return child;
}

inline Who holding(std::vector<visits::HeldRole> roles) {
    return {.staff = me, .account = {}, .name = "A person", .roles = std::move(roles)};
}

struct Person {
    std::string in_words;
    Who who;
    bool delivers = false;
    bool stands_in = false;
    bool raised = false;
    bool takes_over = false;  // in a week
    bool kept = false;        // delivered the case that is closed, twelve weeks ago
    bool delivered = false;   // the session in question, before the programme went to another
    bool opened = false;      // as the headteacher, with a reason
    bool named = false;       // by the SENCo
    bool agreed = false;      // how it goes, by the child
    bool agreed_all = false;  // what was said too
    bool closed = false;      // by an objection that the SENCo went along with
    bool overrides = false;
    bool family = false;
    bool agreed_as_headteacher = false;  // how it goes, by the child, to whoever is the headteacher
    bool agreed_concern = false;         // how it goes, by the child, to everybody who raised a concern
    bool agreed_all_concern = false;     // what was said too
    bool agreed_all_support = false;     // what was said, to everybody who holds the sessions
};

// What others are told of Sam, which tells nobody else anything.
inline std::vector<Share> told_to_someone_else(Child const& child) {
    std::vector<Share> shares;
    for (auto const by : all_of<By>())
        shares.push_back({.by = by, .zone = Zone::confidence, .staff = someone_else, .role = {}});
    for (auto& share : shares) share.until_at = child.now + 1;
    return shares;
}

inline void add_shares(Person const& person, Child& child) {
    child.shares = told_to_someone_else(child);
    auto const add = [&](bool is, By by, Zone zone, bool open = true) {
        if (!is) return;
        child.shares.push_back({.by = by, .zone = zone, .staff = me, .role = {}, .open = open});
        if (by == By::senco) child.shares.back().until_on = child.today;
        if (by == By::reason || by == By::safeguarding) child.shares.back().until_at = child.now + 1;
    };
    add(person.opened, By::reason, Zone::progress);
    add(person.named, By::senco, Zone::progress);
    add(person.agreed, By::child, Zone::progress);
    add(person.agreed_all, By::child, Zone::confidence);
    add(person.overrides, By::safeguarding, Zone::confidence);
    if (person.closed)
        child.shares.push_back(
            {.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher, .open = false}
        );
    if (person.agreed_as_headteacher)
        child.shares.push_back(
            {.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher}
        );
    auto const add_circle = [&](bool is, Zone zone, Circle circle) {
        if (is) child.shares.push_back({.by = By::child, .zone = zone, .staff = {}, .role = {}});
        if (is) child.shares.back().circle = circle;
    };
    add_circle(person.agreed_concern, Zone::progress, Circle::concern);
    add_circle(person.agreed_all_concern, Zone::confidence, Circle::concern);
    add_circle(person.agreed_all_support, Zone::confidence, Circle::support);
    if (person.family) child.family.push_back(me);
}

inline std::optional<Access> access_to_sam(Person const& person) {
    auto child = sam();
    if (person.delivers) child.deliverers.push_back(me);
    if (person.stands_in) child.stand_ins.push_back(me);
    if (person.delivered) child.former.push_back(me);
    if (person.raised) child.raised_by.push_back(me);
    child.today = *calendar::parse_iso("2026-05-12");
    if (person.takes_over) child.successors.push_back({me, child.today + days_to_prepare});
    child.in_touch.push_back({person.kept ? me : someone_else, child.today - 84});
    child.family = {someone_else};
    add_shares(person, child);
    return access_of(person.who, child);
}

// As the statement of the policy takes the same person.
inline support::Stands stands_of(Person const& person, bool teaches) {
    support::Stands stands{
        .roles = {},
        .teaches = teaches,
        .delivers = person.delivers,
        .delivered = person.delivered,
        .stands_in = person.stands_in,
        .takes_over = person.takes_over,
        .keeps_in_touch = person.kept,
        .raised = person.raised,
        .opened = person.opened,
        .closed = person.closed,
        .named = person.named,
        .agreed = person.agreed,
        .agreed_all = person.agreed_all,
        .overrides = person.overrides,
        .family = person.family,
        .agreed_concern = person.agreed_concern,
        .agreed_all_concern = person.agreed_all_concern,
        .agreed_all_support = person.agreed_all_support};
    for (auto const& held : person.who.roles) stands.hold(held.role);
    return stands;
}

}  // namespace need_to_know
