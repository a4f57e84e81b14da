#pragma once

#include <optional>
#include <span>

#include "consent/consent.hpp"
#include "programmes/few_children.hpp"
#include "programmes/programmes.hpp"

// A group that is to start with fewer children than the policy's least (G1). The programme's page, the start
// itself and everybody's Today count by these.
namespace programmes {

// The day on which it starts: its first day, or today once that is past.
Date day_of_the_start(Programme const& programme, Date today);

// The gate C2 on the day of the start: true where consent to the programme's form is in force then.
bool consent_lets_start(std::span<consent::Received const> answers, Programme const& programme, Date today);

// The version that stands with the programme since it was made, or since it started.
std::optional<schools::PolicyVersion> policy_that_stands_with(
    Programme const& programme, std::span<schools::PolicyVersion const> versions
);

// The version that judges the programme: the one in force on the day of the start, and of one that has
// started the one it started by.
std::optional<schools::PolicyVersion> policy_that_judges(
    Programme const& programme, std::span<schools::PolicyVersion const> versions, Date today
);

// What waits for the SENCo alone, however many targets are still to be written: that too few have a place, or
// that consent lets too few of these start.
FewChildren few_for_the_senco(
    Programme const& programme, int with_a_place, int may_start, schools::PolicyVersion const& policy
);

// Of a group that runs: that too few have stayed. Of one that every child has left, or that has no session
// left, nothing is asked but its end.
FewChildren few_who_have_stayed(
    Programme const& programme, int with_a_place, bool sessions_are_left, schools::PolicyVersion const& policy
);

// As few_for_the_senco; or else, from its first day on, that too few of the children are ready while some
// are.
FewChildren few_children(
    Programme const& programme,
    std::span<ChildToStart const> children,
    schools::PolicyVersion const& policy,
    Date today
);

// The day from which on Today asks the SENCo about it: a week before the first.
Date asked_about_from(Programme const& programme);

}  // namespace programmes
