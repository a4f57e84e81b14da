#include "impact/rules.hpp"

#include <algorithm>

namespace impact {

Due due_on(cases::Window const& window, Date day) {
    return {
        .opens_on = window.opens_on,
        .closes_on = window.closes_on,
        .open = day >= window.opens_on,
        .days_late = std::max(0, day - window.closes_on),
        .in_school_weeks = window.in_school_weeks};
}

Due Due::seen_on(Date day) const { return due_on({opens_on, closes_on, in_school_weeks}, day); }

std::optional<Refusal> objection_to_reviewing(Reviewing const& reviewing, Due const& due) {
    if (!reviewing.completed) return Refusal::not_completed;
    if (reviewing.reviewed) return Refusal::reviewed_already;
    if (reviewing.by_a_deliverer) return Refusal::deliverer_reviews_own_work;
    if (!reviewing.by_class_teacher) return Refusal::not_the_class_teacher;
    if (!due.open) return Refusal::not_open_yet;
    return std::nullopt;
}

std::optional<Refusal> what_it_lacks(
    std::span<Rerating const> ratings, std::span<programmes::Target const> targets
) {
    bool const all_rated = std::ranges::all_of(targets, [&](auto const& target) {
        return std::ranges::find(ratings, target.id, &Rerating::target) != ratings.end();
    });
    return all_rated ? std::nullopt : std::optional(Refusal::target_not_rated);
}

bool is_long_unseen(Date completed_on, std::optional<Date> last_seen_on, Date today) {
    return today - last_seen_on.value_or(completed_on) >= long_unseen_days;
}

bool may_ask_for_check_in(bool holds_them, bool teaches, std::optional<Date> last_day, Date today) {
    return (holds_them || teaches) && (!last_day || today <= *last_day);
}

std::optional<Refusal> objection_to_check_in(std::optional<Date> held_on, Date today) {
    if (held_on && *held_on > today) return Refusal::held_in_the_future;
    return std::nullopt;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_open_yet: return "The impact review has not opened yet";
        case Refusal::not_the_class_teacher:
            return "The impact review belongs to the pupil's class teacher of today";
        case Refusal::deliverer_reviews_own_work:
            return "Who delivered the sessions does not measure their impact";
        case Refusal::not_completed: return "The programme is not completed for this child";
        case Refusal::reviewed_already:
            return "The impact review is written already, and stands as it was written";
        case Refusal::target_not_rated: return "Choose a number from 0 to 10";
        case Refusal::step_out_of_order: return "An earlier step of the case comes first";
        case Refusal::decided_already:
            return "What comes next was decided already, and stands as it was decided";
        case Refusal::case_closed: return "The case is closed; a later need opens a case of its own";
        case Refusal::parent_unanswered:
            return "A parent's concern has no answer yet; record what they were told first";
        case Refusal::held_in_the_future: return "Enter a day that is today or earlier";
        case Refusal::held_already: return "This check-in is logged already";
    }
    return {};
}

}  // namespace impact
