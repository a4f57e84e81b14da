#include <algorithm>

#include "programmes/pages.hpp"

// A programme's weeks in a strip, each with how its session stands.
namespace programmes::pages {
namespace {

std::string why_there(InAStrip const& session) {
    if (session.why_not)
        return std::string(in_words(*session.why_not)) +
               (session.moved_to ? "; to " + short_day(*session.moved_to) : "");
    if (!session.moved_from) return {};
    auto words = std::string(moved_in_words(*session.moved_from, session.planned_on)) + " " +
                 short_day(*session.moved_from);
    words.front() = words.front() == 'p' ? 'P' : 'B';
    return words;
}

// Nothing is missed before its day.
design::WeekState state_where_not_held(InAStrip const& session, Date today) {
    using design::WeekState;
    if (session.moved_to)
        return *session.moved_to < session.planned_on ? WeekState::brought_forward : WeekState::put_off;
    if (session.why_not == WhyNot::school_closed) return WeekState::closed;
    return session.planned_on > today ? WeekState::not_held : WeekState::missed;
}

// A plan is no more to be written once the day is past; the session is to be recorded, where it can have been
// held.
design::WeekState state_where_planned(InAStrip const& session, Date today) {
    using design::WeekState;
    if (session.planned_on < today) return session.begun ? WeekState::to_record : WeekState::not_begun;
    return session.has_plan ? WeekState::planned : WeekState::to_come;
}

design::WeekState week_state(InAStrip const& session, Date today) {
    switch (session.outcome) {
        case Outcome::planned: return state_where_planned(session, today);
        case Outcome::delivered: return design::WeekState::held;
        case Outcome::not_held: return state_where_not_held(session, today);
    }
    return {};
}

}  // namespace

std::string short_day(Date day) {
    auto const words = calendar::day_and_month(day);
    return words.substr(0, words.find(' ') + 4);
}

design::Week week_of(InAStrip const& session, Date today) {
    return {
        .name = session.moved_to ? "" : "Session " + std::to_string(session.number),
        .state = week_state(session, today),
        .why = why_there(session)};
}

h::Node strip(std::vector<Session> const& sessions, Date today, bool begun) {
    std::vector<design::Week> weeks;
    for (auto const& session : sessions) {
        auto const* const instead = in_place_of(session, sessions);
        auto week = week_of(
            {.number = session.number,
             .outcome = session.outcome,
             .has_plan = !session.plan.empty(),
             .planned_on = session.planned_on,
             .why_not = session.why_not,
             .moved_from = moved_from(session, sessions),
             .moved_to = instead ? std::optional(instead->planned_on) : std::nullopt,
             .begun = begun},
            today
        );
        week.when = short_day(session.held_on.value_or(session.planned_on));
        week.today = calendar::monday_of(session.planned_on) == calendar::monday_of(today);
        week.path = path_of(session.id);
        weeks.push_back(std::move(week));
    }
    return design::week_strip(weeks);
}

}  // namespace programmes::pages
