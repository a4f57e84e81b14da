#pragma once

#include <optional>
#include <span>
#include <vector>

#include "retention/retention.hpp"

namespace retention {

// The category's period here: the school's own, else Withy's.
Period period_of(Category category, std::span<Period const> set);

// When each part of a child's records comes to its end. None of the record while a case is open; what the
// roll says of who has left it once nothing else is held.
std::vector<Due> dues_of(Record const& record, std::span<Period const> set);

// Why this can't be erased today; whoever signs is asked by objection_to_second.
std::optional<Refusal> objection_to_erasing(
    Record const& record, Category category, std::span<Period const> set, Date today
);

// Why this person can't be the second to sign.
std::optional<Refusal> objection_to_second(Erasure const& erasure, StaffId const& person);

}  // namespace retention
