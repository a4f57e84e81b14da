#include "programmes/change_rules.hpp"

#include <algorithm>
#include <cstdlib>

#include "schools/rules.hpp"

namespace programmes {
namespace {

bool follows(Session const& session, Date from_on) {
    return session.outcome == Outcome::planned && session.planned_on >= from_on;
}

// On the weekday, in the week of the first session that moves, or in the next where that day is too early.
Date first_day(Date first_planned, NewDelivery const& input) {
    auto const day = calendar::monday_of(first_planned) + static_cast<int>(input.weekday);
    return day < input.from_on ? day + calendar::days_in_week : day;
}

}  // namespace

std::optional<Refusal> objection_to_changing(ChangingDelivery const& change) {
    if (change.programme == State::completed) return Refusal::completed;
    if (change.from_on < change.today) return Refusal::changes_in_the_past;
    if (!change.changes_something) return Refusal::nothing_changes;
    if (change.another_deliverer && !change.works_here) return Refusal::deliverer_has_left;
    if (change.another_deliverer && !change.trained) return Refusal::not_trained_then;
    if (!change.days_left) return Refusal::weekday_beyond_the_terms;
    return std::nullopt;
}

bool changes_something(Programme const& programme, NewDelivery const& input) {
    return input.deliverer != programme.deliverer || input.room != programme.room ||
           static_cast<int>(input.weekday) != programme.weekday() ||
           input.starts_at_time != programme.starts_at_time;
}

std::optional<Session> session_beside(
    std::span<Session const> sessions, std::span<Date const> changes, Date day
) {
    std::optional<Date> until;
    std::optional<Date> since;
    for (auto const from_on : changes)
        if (from_on > day)
            until = std::min(until.value_or(from_on), from_on);
        else
            since = std::max(since.value_or(from_on), from_on);
    if (!until) return std::nullopt;
    std::optional<Session> nearest;
    auto const distance = [&](Session const& session) { return std::abs(session.planned_on - day); };
    for (auto const& session : sessions) {
        bool const there = session.planned_on < *until && (!since || session.planned_on >= *since);
        if (there && (!nearest || distance(session) < distance(*nearest))) nearest = session;
    }
    return nearest;
}

std::optional<std::vector<Session>> moved_sessions(
    Programme const& programme,
    std::span<Session const> sessions,
    NewDelivery const& input,
    std::span<schools::Term const> terms,
    std::span<schools::Closure const> closures
) {
    std::vector<Session> moved;
    std::ranges::copy_if(sessions, std::back_inserter(moved), [&](auto const& session) {
        return follows(session, input.from_on);
    });
    std::ranges::stable_sort(moved, {}, &Session::planned_on);
    for (auto& session : moved) {
        session.room = input.room;
        session.starts_at_time = input.starts_at_time;
        session.deliverer.reset();
        if (session.stand_in == input.deliverer) session.stand_in.reset();
    }
    if (moved.empty() || static_cast<int>(input.weekday) == programme.weekday()) return moved;
    auto const days = schools::session_days(
        first_day(moved.front().planned_on, input), static_cast<int>(moved.size()), terms, closures
    );
    if (days.size() < moved.size()) return std::nullopt;
    for (std::size_t at = 0; at < moved.size(); ++at) moved[at].planned_on = days[at];
    return moved;
}

std::string days_in_words(std::span<Session const> moved) {
    std::string words;
    for (auto const& session : moved) {
        if (!words.empty()) words += ", ";
        words += std::to_string(session.number) + ": " + calendar::iso(session.planned_on);
    }
    return words;
}

}  // namespace programmes
