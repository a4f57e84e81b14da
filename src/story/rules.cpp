#include "story/rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "consent/rules.hpp"
#include "programmes/rules.hpp"

namespace story {
namespace {

// Where the case is held, and as what. Consent holds it up however far it has come.
struct HeldAt {
    std::optional<cases::Step> step;
    LeafState as = LeafState::current;
};
HeldAt held_at(cases::Facts const& facts, cases::Status const& status) {
    using cases::Stage;
    using cases::Step;
    switch (status.stage) {
        case Stage::consent_refused: return {Step::consent, LeafState::refused};
        case Stage::consent_expired: return {Step::consent, LeafState::expired};
        case Stage::awaiting_answer:
        case Stage::consent_to_note:
        case Stage::in_dispute: return {Step::consent, LeafState::current};
        case Stage::stopped: {
            auto const* const furthest = cases::furthest(facts.steps);
            return {furthest ? std::max(furthest->step, Step::consent) : Step::consent, LeafState::stopped};
        }
        case Stage::concern_raised:
        case Stage::referred:
        case Stage::more_information:
        case Stage::to_prioritise:
        case Stage::waiting:
        case Stage::letter_due:
        case Stage::to_allocate:
        case Stage::to_start:
        case Stage::running:
        case Stage::impact_to_come:
        case Stage::impact_open:
        case Stage::impact_overdue:
        case Stage::next_step_due: return {status.next, LeafState::current};
        case Stage::closed: return {};
    }
    return {};
}

LeafState state_of(cases::Facts const& facts, HeldAt const& held, cases::Step step) {
    if (held.step == step) return held.as;
    if (cases::standing(facts.steps, step)) return LeafState::done;
    auto const* furthest = cases::furthest(facts.steps);
    bool const passed_over = furthest && furthest->step > step;
    return passed_over ? LeafState::not_needed : LeafState::to_come;
}

bool falls_into(SessionTold const& session, PlaceTold const& place) {
    return session.place == place.id && programmes::is_the_childs(
                                            {.day = session.day(),
                                             .held = session.outcome == programmes::Outcome::delivered,
                                             .on_register = !session.not_on_register,
                                             .written_up = session.attended.has_value()},
                                            {place.allocated_on, place.ended_on, place.end_reason}
                                        );
}

// On the day on which one place in a programme ends and another in it begins, a session is of the place that
// it was written up for, or else of the later one.
bool is_of_another_place(
    SessionTold const& session, std::span<PlaceTold const> latest_first, std::span<SessionTold const> sessions
) {
    if (session.attended) return false;
    bool later = true;
    for (auto const& place : latest_first) {
        if (place.id == session.place) {
            later = false;
            continue;
        }
        bool const takes_it = std::ranges::any_of(sessions, [&](SessionTold const& same) {
            return same.id == session.id && falls_into(same, place) && (later || same.attended);
        });
        if (takes_it) return true;
    }
    return false;
}

std::vector<SessionTold> of_programme(PlaceTold const& place, std::span<SessionTold const> sessions) {
    std::vector<SessionTold> all;
    std::ranges::copy_if(sessions, std::back_inserter(all), [&](SessionTold const& session) {
        return session.place == place.id;
    });
    return all;
}

// The session in place of one that was put off may be of a day after the child left.
SessionTold with_its_moves(SessionTold session, std::vector<SessionTold> const& all) {
    session.moved_from = programmes::moved_from(session, all);
    if (auto const* const instead = programmes::in_place_of(session, all))
        session.moved_to = instead->planned_on;
    return session;
}

// ", by Friday 15 May: 2 days overdue."
std::string by_when(cases::Status const& status, Date today) {
    if (!status.due_on) return ".";
    auto const by = ", by " + calendar::weekday_day_month(*status.due_on);
    if (*status.due_on >= today) return by + ".";
    return by + ": " + text::counted(today - *status.due_on, "day", "days") + " overdue.";
}

bool is_a_mistake(PlaceTold const& place) {
    return place.end_reason == cases::EndReason::allocation_undone &&
           std::ranges::none_of(place.sessions, [](SessionTold const& session) {
               return session.outcome == programmes::Outcome::delivered;
           });
}

}  // namespace

bool may_lead_to_another_place(cases::EndReason ended) {
    return ended == cases::EndReason::consent_withdrawn || ended == cases::EndReason::moved_programme;
}

std::vector<Leaf> way_of(cases::Facts const& facts, cases::Status const& status) {
    auto const held = held_at(facts, status);
    std::vector<Leaf> way;
    for (auto const step : all_of<cases::Step>()) {
        if (step > cases::Step::start) break;
        if (status.stage == cases::Stage::closed && state_of(facts, held, step) == LeafState::to_come) break;
        bool const anew = status.stage == cases::Stage::to_allocate && step > cases::Step::allocation;
        auto const state = anew ? LeafState::to_come : state_of(facts, held, step);
        auto const* taken = anew ? nullptr : cases::standing(facts.steps, step);
        way.push_back({step, state, taken ? std::optional(taken->taken_on) : std::nullopt});
    }
    return way;
}

std::optional<Support> support_by_steps(
    std::optional<cases::Step> furthest, std::optional<cases::EndReason> place_ended
) {
    using cases::Step;
    if (!furthest) return Support::concern;
    switch (*furthest) {
        case Step::concern: return Support::concern;
        case Step::referral:
        case Step::discussion:
        case Step::prioritisation: return Support::open;
        case Step::waiting_list: return Support::waiting;
        case Step::letter:
        case Step::consent: return std::nullopt;
        case Step::allocation:
        case Step::start:
            if (!place_ended || place_ended == cases::EndReason::completed) return Support::programme;
            if (may_lead_to_another_place(*place_ended)) return std::nullopt;
            return Support::stopped;
        case Step::completion:
        case Step::impact_review:
        case Step::next_step: return Support::after;
    }
    return Support::open;
}

Support support_of(cases::Facts const& facts, cases::Status const& status) {
    auto const* const furthest = cases::furthest(facts.steps);
    auto const step = furthest ? std::optional(furthest->step) : std::nullopt;
    if (auto const told = support_by_steps(step, facts.place_ended)) return *told;
    if (status.stage == cases::Stage::to_allocate) return Support::waiting;
    return status.stage == cases::Stage::stopped ? Support::stopped : Support::open;
}

std::vector<PlaceTold> with_their_sessions(
    std::vector<PlaceTold> places, std::span<SessionTold const> sessions
) {
    for (auto& place : places) {
        auto const all = of_programme(place, sessions);
        for (auto const& session : all)
            if (falls_into(session, place) && !is_of_another_place(session, places, sessions))
                place.sessions.push_back(with_its_moves(session, all));
    }
    std::erase_if(places, is_a_mistake);
    return places;
}

std::optional<SessionTold> next_session(std::span<SessionTold const> sessions, Date today) {
    auto const found = std::ranges::find_if(sessions, [&](auto const& session) {
        return session.outcome == programmes::Outcome::planned && session.planned_on >= today;
    });
    return found == sessions.end() ? std::nullopt : std::optional(*found);
}

int held_after(std::span<PlaceTold const> places, Date withdrawn_on) {
    int held = 0;
    for (auto const& place : places)
        for (auto const& session : place.sessions)
            if (session.outcome == programmes::Outcome::delivered && session.day() > withdrawn_on &&
                session.attended != false)
                ++held;
    return held;
}

bool is_for(cases::Owner owner, need_to_know::Relationship reader) {
    using cases::Owner;
    using need_to_know::Relationship;
    switch (owner) {
        case Owner::class_teacher: return reader == Relationship::class_teacher;
        case Owner::senco: return reader == Relationship::senco;
        case Owner::senco_or_headteacher:
            return reader == Relationship::senco || reader == Relationship::headteacher;
        case Owner::nurture_assistant: return reader == Relationship::deliverer;
        case Owner::nobody:
        case Owner::parent: break;
    }
    return false;
}

std::string whose_move(cases::Status const& status, bool readers_own, Date today) {
    if (status.owner == cases::Owner::nobody) return {};
    auto const who = readers_own ? std::string("you") : std::string(in_words(status.owner));
    return "It is for " + who + by_when(status, today);
}

std::string standing_for_class_teacher(cases::Facts const& facts, cases::Status const& status) {
    if (status.stage != cases::Stage::running) return status.sentence;
    if (!facts.next_session_on) return "The sessions are over.";
    return "Sessions are running" + (facts.deliverer.empty() ? "" : " with " + facts.deliverer) + ".";
}

std::string whose_move_for_class_teacher(cases::Status const& status, Date today) {
    if (status.owner == cases::Owner::nobody) return {};
    if (status.owner == cases::Owner::class_teacher) return "It is for you" + by_when(status, today);
    return "It is for " + std::string(in_words(status.owner)) + ".";
}

std::string all_for_class_teacher(
    cases::Status const& status, Date today, std::vector<std::string> const& asked
) {
    auto move = whose_move_for_class_teacher(status, today);
    if (status.owner == cases::Owner::class_teacher) return move;
    if (!asked.empty())
        return move + (move.empty() ? "" : " ") + "You are asked to " + text::listed(asked) + ".";
    if (move.empty()) return move;
    move.back() = ';';
    return move + " nothing is for you to do.";
}

std::string still_to_write(
    std::span<PlaceTold const> latest_first, std::vector<consent::Received> const& answers, Date today
) {
    SessionTold const* first = nullptr;
    PlaceTold const* of = nullptr;
    int count = 0;
    for (auto const& place : latest_first)
        for (auto const& session : place.sessions) {
            bool const held = session.outcome == programmes::Outcome::delivered && session.day() < today;
            if (!held || session.attended || session.not_on_register ||
                !consent::in_force_until_objected(answers, place.form, session.day()))
                continue;
            ++count;
            if (first && first->day() <= session.day()) continue;
            first = &session;
            of = &place;
        }
    if (!first) return {};
    auto const which =
        "session " + std::to_string(first->number) + " on " + calendar::weekday_day_month(first->day());
    auto const late =
        "by " + of->deliverer_name + ": " + text::counted(today - first->day(), "day", "days") + " overdue.";
    if (count == 1) return "The evaluation of " + which + " is still to be written, " + late;
    return std::to_string(count) + " evaluations are still to be written, the first of " + which + ", " +
           late;
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
        case Support::open: return "Open case";
        case Support::waiting: return "Waiting";
        case Support::programme: return "In a programme";
        case Support::after: return "Programme complete";
        case Support::stopped: return "Stopped";
    }
    return {};
}

}  // namespace story
