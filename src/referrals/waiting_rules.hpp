#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "referrals/waiting.hpp"

namespace referrals {

enum class WaitingRefusal {
    not_waiting,
    review_is_past,
    meanwhile_missing,
    reason_missing,
    no_such_place,
    there_already,
    moved_meanwhile
};
std::string in_words(WaitingRefusal refusal);

// Everyone on the list is looked at again on a day to come, and is offered something meanwhile (R5).
std::optional<WaitingRefusal> objection_to_waiting(WaitingInput const& said, Date today);

// A manual order carries a reason (R4); a place lies on the list, and is another than now.
std::optional<WaitingRefusal> objection_to_moving(int from, int to, int children, std::string_view reason);

// The order after one child moved to the place (from 1); all others keep theirs among themselves.
std::vector<CaseId> moved(std::vector<CaseId> order, CaseId const& child, int to);

// The place, from 1, of a case that stands in the order.
int place_of(CaseId const& the_case, std::vector<CaseId> const& order);

// The order of all, once those who are shown were moved among themselves: who is not shown keeps their place.
std::vector<CaseId> with_the_others(
    std::vector<CaseId> all, std::vector<CaseId> const& shown, std::vector<CaseId> const& moved
);

// By year group and by who raised the first concern, the longest median first.
std::vector<WaitingTimes> times_by_year(std::span<WaitingLine const> lines, Date today);
std::vector<WaitingTimes> times_by_source(std::span<WaitingLine const> lines, Date today);

// By sex, by SEN provision and by pupil premium, the same. No group of fewer than three children stands by
// itself: such groups are counted together, and where there is nothing left to compare, nothing is said.
std::vector<WaitingTimes> times_by_sex(std::span<WaitingLine const> lines, Date today);
std::vector<WaitingTimes> times_by_sen_provision(std::span<WaitingLine const> lines, Date today);
std::vector<WaitingTimes> times_by_pupil_premium(std::span<WaitingLine const> lines, Date today);

}  // namespace referrals
