#pragma once

#include <optional>
#include <span>
#include <string>

#include "cases/rules.hpp"
#include "impact/impact.hpp"

namespace impact {

// Who has not been seen for so many days is shown as not seen for long (M5).
inline constexpr int long_unseen_days = 28;

enum class Refusal {
    not_open_yet,
    not_the_class_teacher,
    deliverer_reviews_own_work,
    not_completed,
    reviewed_already,
    target_not_rated,
    step_out_of_order,
    decided_already,
    case_closed,
    parent_unanswered,
    held_in_the_future,
    held_already
};
std::string in_words(Refusal refusal);

// How the window stands on the day.
Due due_on(cases::Window const& window, Date day);

// What bears on writing the impact review.
struct Reviewing {
    bool completed = false;         // the place ended with its programme
    bool by_class_teacher = false;  // of the day
    bool by_a_deliverer = false;    // of any session the child had a place for
    bool reviewed = false;
};
std::optional<Refusal> objection_to_reviewing(Reviewing const& reviewing, Due const& due);

// Every target is measured again.
std::optional<Refusal> what_it_lacks(
    std::span<Rerating const> ratings, std::span<programmes::Target const> targets
);

// True where the child has not been met for long, counted from the programme's end.
bool is_long_unseen(Date completed_on, std::optional<Date> last_seen_on, Date today);

// Where the weeks after a closing are over, nobody asks for a check-in any more; a case that is open has no
// last day. Until then the deliverer and the class teacher ask, for the child or for themselves.
bool may_ask_for_check_in(bool holds_them, bool teaches, std::optional<Date> last_day, Date today);

std::optional<Refusal> objection_to_check_in(std::optional<Date> held_on, Date today);

}  // namespace impact
