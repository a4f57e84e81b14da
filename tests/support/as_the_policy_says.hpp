#pragma once

#include <bitset>
#include <cstddef>

#include "visits/role.hpp"

namespace support {

// How somebody stands to a child today.
struct Stands {
    std::bitset<8> roles = {};
    bool teaches = false;         // the class that the child is in today
    bool delivers = false;        // the child's support
    bool delivered = false;       // the session in question, before the programme went to another
    bool stands_in = false;       // in the session in question
    bool takes_over = false;      // within seven days
    bool keeps_in_touch = false;  // delivered a case that was closed within twelve weeks
    bool raised = false;          // a concern of the open case
    bool opened = false;          // as the headteacher, with a reason
    bool closed = false;          // to the headteacher, by an objection that the SENCo went along with
    bool named = false;           // by the SENCo
    bool agreed = false;          // how it goes, by the child
    bool agreed_all = false;      // what was said too
    bool overrides = false;       // for safeguarding
    bool family = false;          // is a parent or carer of the child
    // By the child, to everybody who raised a concern, and what was said to everybody who holds the sessions.
    bool agreed_concern = false;
    bool agreed_all_concern = false;
    bool agreed_all_support = false;

    bool holds(visits::Role role) const { return roles.test(static_cast<std::size_t>(role)); }
    void hold(visits::Role role) { roles.set(static_cast<std::size_t>(role)); }
};

struct Sees {
    bool headline = false;
    bool progress = false;
    bool confided_to_them = false;
    bool confided_to_another = false;
    bool kept_with_them = false;  // at the end of a session, behind the door that the child closed
    bool kept_with_another = false;
};

// N1 to N4 once more, a sentence for each zone: no rule and no table of the product is asked.
inline Sees as_the_policy_says(Stands const& person) {
    using visits::Role;
    bool const assists = person.holds(Role::nurture_assistant);
    bool const in_the_childs_confidence = assists && (person.delivers || person.delivered);
    bool const opened_as_head = person.holds(Role::headteacher) && person.opened && !person.closed;
    bool const holds_the_sessions =
        in_the_childs_confidence || (assists && (person.stands_in || person.takes_over));
    bool const has_a_duty =
        holds_the_sessions || person.teaches || person.holds(Role::senco) || opened_as_head;
    bool const works_here = person.roles.any();
    // What a child lets a whole circle know passes nobody to whom a door was closed.
    bool const door_is_closed = person.holds(Role::headteacher) && person.closed;
    bool const raised_it = works_here && person.raised && !door_is_closed;
    bool const progress = has_a_duty || (works_here && (person.agreed || person.named || person.overrides)) ||
                          (raised_it && person.agreed_concern);
    bool const is_touched = progress || person.holds(Role::headteacher) ||
                            person.holds(Role::safeguarding_lead) || person.raised ||
                            (assists && person.keeps_in_touch);
    bool const told_all = person.agreed_all || (raised_it && person.agreed_all_concern) ||
                          (holds_the_sessions && !door_is_closed && person.agreed_all_support);
    bool const all = works_here && (person.overrides || (progress && told_all));
    // Whatever the child agreed to: the door that they closed is their word on that very session.
    bool const overrides = works_here && person.overrides;
    bool const may = !person.family;
    return {
        .headline = may && is_touched,
        .progress = may && progress,
        .confided_to_them = may && (in_the_childs_confidence || all),
        .confided_to_another = may && all,
        .kept_with_them = may && (in_the_childs_confidence || overrides),
        .kept_with_another = may && overrides};
}

}  // namespace support
