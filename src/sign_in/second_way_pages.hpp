#pragma once

#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "html/html.hpp"
#include "sign_in/second_way.hpp"
#include "sign_in/ways.hpp"
#include "visits/resubmission.hpp"

namespace sign_in::pages {

// For which roles the school demands a second way, and how many people have none.
design::Page demand_second_way(
    design::FormGuard const& guard,
    std::vector<SecondWayDemand> const& stands,
    std::vector<WithoutSecondWay> const& without,
    Answers const& answers
);

// Somebody whom the school asks for a second way: what they can add, and how long it takes.
struct ToAddSecondWay {
    OwnDemand demand;
    PasskeyPlace passkeys = {};
};
design::Page add_second_way(design::FormGuard const& guard, ToAddSecondWay const& asked);

// The same where a form was sent that waits for it: what was typed, which can be sent again from here.
design::Page add_second_way_first(
    design::FormGuard const& guard, OwnDemand const& demand, visits::Resubmission const& resubmission
);

// The same in short, on the page of one's own sign-in.
h::Node second_way_notice(OwnDemand const& demand);

}  // namespace sign_in::pages
