#pragma once

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "need_to_know/named.hpp"
#include "pupils/pupils.hpp"
#include "referrals/concern.hpp"
#include "referrals/prioritisation.hpp"
#include "referrals/priority.hpp"

namespace referrals {

using WaitingId = Id<struct WaitingTag>;

// What everyone on the waiting list has (R5).
struct WaitingInput {
    Date review_by_on;
    std::string meanwhile;
};

// A prioritised referral for which no place exists yet.
struct Waiting {
    WaitingId id;
    CaseId the_case;
    Date since_on;
    WaitingInput said;
    int position = 0;
    std::string position_reason;
    int version = 1;
    auto columns() {
        return std::tie(
            id, the_case, since_on, said.review_by_on, said.meanwhile, position, position_reason, version
        );
    }
};

// A line of the waiting list: whose, why, since when, and the figures that the suggestion needs.
struct WaitingLine {
    Waiting waiting;
    pupils::Pupil pupil;
    PrioritisationInput weighed;
    Source source{};  // of the first concern
    Date first_concern_on;
    std::vector<std::string> areas = {};            // agreed when it was last talked through
    std::optional<need_to_know::Named> child = {};  // by name, once it is decided that the reader may be told
    bool may_open = false;
    Suggestion suggestion = {};
    int suggested_place = 0;
    std::string moved_by = {};  // who gave the reason for its place; empty: nobody
    std::optional<Instant> moved_at = {};
    std::string sex = {};            // as a pupil's details have it
    std::string sen_provision = {};  // the same
    std::string pupil_premium = {};  // the same
};

// "Moved by Ruth Jephson on Wednesday 25 November: A baby is due at home."; empty where nobody moved the
// child.
std::string why_here(WaitingLine const& line);

// "In the order in which the children came onto the list, but for 2 whom people moved with a reason."
std::string in_what_order(std::span<WaitingLine const> lines);

// How long a group of children has been waiting, so that unfairness can be seen.
struct WaitingTimes {
    std::string group;
    int children = 0;
    int median_days = 0;
    int longest_days = 0;
};
// Where a child is to stand, and why.
struct MoveInput {
    int from = 0;  // the place, from 1, that the person saw
    int to = 0;
    std::string reason;
};

}  // namespace referrals
