#include "programmes/later_start_rules.hpp"

#include <algorithm>

namespace programmes {

std::optional<Refusal> objection_to_starting_later(LaterStart const& later) {
    switch (later.programme) {
        case State::completed: return Refusal::completed;
        case State::running: return Refusal::started_already;
        case State::to_start: break;
    }
    if (later.starts_on < later.today) return Refusal::starts_in_the_past;
    if (later.starts_on == later.stands_on) return Refusal::starts_that_day_already;
    if (!later.school_day) return Refusal::school_closed_that_day;
    if (!later.days_left) return Refusal::starts_too_late;
    return std::nullopt;
}

std::vector<Session> still_planned(std::span<Session const> sessions) {
    std::vector<Session> planned;
    std::ranges::copy_if(sessions, std::back_inserter(planned), [](Session const& session) {
        return session.outcome == Outcome::planned;
    });
    std::ranges::stable_sort(planned, {}, &Session::planned_on);
    return planned;
}

}  // namespace programmes
