#include "story/rules.hpp"

#include <algorithm>

#include "cases/rules.hpp"

namespace story {
namespace {

LeafState state_of(cases::Facts const& facts, cases::Status const& status, cases::Step step) {
    if (cases::standing(facts.steps, step)) return LeafState::done;
    if (status.next == step) return LeafState::current;
    auto const* furthest = cases::furthest(facts.steps);
    bool const passed_over = furthest && furthest->step > step;
    return passed_over ? LeafState::not_needed : LeafState::to_come;
}

}  // namespace

std::vector<Leaf> way_of(cases::Facts const& facts, cases::Status const& status) {
    std::vector<Leaf> way;
    for (auto const step : all_of<cases::Step>()) {
        if (step > cases::Step::start) break;
        auto const* taken = cases::standing(facts.steps, step);
        way.push_back(
            {step, state_of(facts, status, step), taken ? std::optional(taken->taken_on) : std::nullopt}
        );
    }
    return way;
}

std::optional<SessionTold> next_session(std::span<SessionTold const> sessions, Date today) {
    auto const found = std::ranges::find_if(sessions, [&](auto const& session) {
        return session.outcome == programmes::Outcome::planned && session.planned_on >= today;
    });
    return found == sessions.end() ? std::nullopt : std::optional(*found);
}

std::string whose_move(cases::Status const& status) {
    if (status.owner == cases::Owner::nobody) return {};
    auto const by = status.due_on ? ", by " + calendar::weekday_day_month(*status.due_on) : "";
    return "It is for " + std::string(in_words(status.owner)) + by + ".";
}

std::string caption_for(std::size_t ratings, std::string_view deliverer) {
    auto const who = deliverer.empty() ? "one adult" : std::string(deliverer);
    auto const rated = "Rated by " + who + " after each session, from 0 to 10. ";
    if (ratings < 4) return rated + "So few ratings show no direction yet.";
    return rated + "They show how it went in sessions. They can't say why, or whether it holds in class.";
}

std::string_view in_words(Support support) {
    switch (support) {
        case Support::concern: return "Concern";
        case Support::waiting: return "Waiting";
        case Support::programme: return "In a programme";
        case Support::after: return "Programme complete";
    }
    return {};
}

}  // namespace story
