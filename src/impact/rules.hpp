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
    held_in_the_future,
    nobody_met,
    held_already
};
std::string in_words(Refusal refusal);

// When the class teacher measures the impact, and how it stands today (M1, M2).
struct Due {
    cases::Window window;
    bool open = false;
    int days_late = 0;  // 0: in time; late is late for ever
};
Due due_on(cases::Window const& window, Date day);

// What bears on writing the impact review.
struct Reviewing {
    bool completed = false;         // the place ended with its programme
    bool by_class_teacher = false;  // of the day
    bool by_a_deliverer = false;    // of any of the programme's sessions
    bool reviewed = false;
};
std::optional<Refusal> objection_to_reviewing(Reviewing const& reviewing, Due const& due);

// The same measures again: every target has a rating.
struct Rerating {
    TargetId target;
    int rating = 0;
};
std::optional<Refusal> what_it_lacks(
    std::span<Rerating const> ratings, std::span<programmes::Target const> targets
);

// How a target moved between the two measures; cannot tell where one of them is missing.
enum class Movement { up, same, down, cannot_tell };
constexpr auto words(Movement) { return std::array{"up", "same", "down", "cannot_tell"}; }
Movement movement_of(programmes::Target const& target);

std::optional<Refusal> objection_to_check_in(std::optional<Date> held_on, Date today);

}  // namespace impact
