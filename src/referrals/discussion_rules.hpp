#pragma once

#include <string>
#include <vector>

#include "cases/cases.hpp"
#include "referrals/discussion.hpp"

namespace referrals {

enum class DiscussionFault {
    held_in_the_future,
    held_before_the_referral,
    no_target_area,
    not_said_what_instead,
    not_said_who_finds_out,
    not_said_by_when,
    by_when_is_past
};
std::string in_words(DiscussionFault fault);
// The field of the form that mends it.
std::string_view field_of(DiscussionFault fault);

// Everything that keeps the discussion from being recorded, each fault once.
std::vector<DiscussionFault> faults_of(DiscussionInput const& said, Date referred_on, Date today);

// Why the discussion of this case is not due; empty where it is.
std::string why_not_due(cases::Facts const& facts);
// Why this case is not to be weighed; empty where it is.
std::string why_not_weighed(cases::Facts const& facts);

// True where the outcome ends the case: nothing is left to be done for the pupil here.
bool ends_the_case(cases::DiscussionOutcome outcome);

// The words that a case closes with after this discussion.
std::string why_closed(DiscussionInput const& said);

}  // namespace referrals
