#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/cases.hpp"
#include "story/move.hpp"
#include "today/today.hpp"

namespace today {

enum class Urgency { overdue, due, later, waiting };
Urgency urgency_of(Item const& item, Date today);

// Overdue, due, and what has more than a week, each with the earliest day first; then what others have had
// the longest.
Work in_order(std::vector<Item> items, Date today);

// A session to record, or to finish evaluating.
Item to_write_up(Lesson const& lesson);
// A session of the next days that nobody has planned yet.
Item to_plan(Lesson const& lesson);

// What the SENCo makes of where a case stands: theirs to do, or waiting for the Nurture Assistant or the
// class teacher. Empty where nothing is due, and where parents are waited for: each of them is an item.
std::optional<Item> for_senco(
    cases::Status const& status, story::About const& about, std::string_view deliverer, Date today
);

// Adds the case to the counts.
void count(Counts& counts, cases::Status const& status);

}  // namespace today
