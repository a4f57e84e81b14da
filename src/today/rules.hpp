#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/cases.hpp"
#include "pupils/pupils.hpp"
#include "story/move.hpp"
#include "today/today.hpp"

namespace today {

enum class Urgency { first, overdue, due, later, waiting };
Urgency urgency_of(Item const& item, Date today);

// What comes first whatever its day; overdue, due, and what has more than a week, each with the earliest day
// first; then what others have had the longest.
Work in_order(std::vector<Item> items, Date today);

// A session to record, or to finish evaluating.
Item to_write_up(Lesson const& lesson);
// "Sam and Ali can't start: no consent to this programme is in force."; empty of nobody.
std::string who_cannot_start(std::vector<std::string> const& names);
// "First write the targets of Sam and Ali, in each child's own words."; empty of nobody. No child starts
// without, so that the way to the start leads to them.
std::string whose_targets_come_first(std::vector<std::string> const& names);
// Children who join a programme that runs; one at least can start.
Item to_start(Joining const& joining, Date today);
// A session of the next days that nobody has planned yet.
Item to_plan(Lesson const& lesson);

// For so many days a withdrawal stands on top of the page of those whom it concerns.
inline constexpr int a_withdrawal_stays = 7;
// Each child once, the latest first: one person may have both delivered and taught.
std::vector<Withdrawn> each_once(std::vector<Withdrawn> withdrawn);

// What the SENCo makes of where a case stands: theirs to do, or waiting for the class teacher from the first
// day of the impact review's window. Empty where nothing is due; where parents are waited for, since each of
// them is an item; and where the Nurture Assistant is, who is waited for by programme.
std::optional<Item> for_senco(
    need_to_know::Named const& child,
    cases::Status const& status,
    story::About const& about,
    cases::Facts const& facts,
    Date today
);

// True where the case came to this person today: by a step that somebody else took, by an answer that
// somebody else brought in or a parent gave, or by the end of the place.
bool came_today(cases::Facts const& facts, StaffId const& person, Date today);

// Adds the case to the counts, where it is open.
void count(Counts& counts, cases::Status const& status);

}  // namespace today
