#include "cases/rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "consent/rules.hpp"
#include "schools/rules.hpp"

namespace cases {
namespace {

// A place may be free at once, so the waiting list alone may be passed over.
bool may_be_passed_over(Step step) { return step == Step::waiting_list; }

bool later_stands(std::span<StepTaken const> history, Step step) {
    auto const* last = furthest(history);
    return last && last->step > step;
}

bool earlier_misses(std::span<StepTaken const> history, Step step) {
    return std::ranges::any_of(all_of<Step>(), [&](Step earlier) {
        return earlier < step && !may_be_passed_over(earlier) && !standing(history, earlier);
    });
}

// The same weekday, so many weeks on.
Date weeks_after(Date day, int weeks, schools::OpenDays const* school_weeks) {
    while (weeks > 0) {
        day = day + calendar::days_in_week;
        if (!school_weeks || schools::is_school_week(day, school_weeks->terms, school_weeks->closures))
            --weeks;
    }
    return day;
}

}  // namespace

StepTaken const* standing(std::span<StepTaken const> history, Step step) {
    for (auto const& taken : history)
        if (taken.step == step && taken.stands()) return &taken;
    return nullptr;
}

StepTaken const* furthest(std::span<StepTaken const> history) {
    StepTaken const* last = nullptr;
    for (auto const& taken : history)
        if (taken.stands() && (!last || taken.step > last->step)) last = &taken;
    return last;
}

std::optional<Refusal> objection_to_taking(std::span<StepTaken const> history, Step step) {
    if (standing(history, step)) return Refusal::already_taken;
    if (later_stands(history, step)) return Refusal::later_step_stands;
    if (earlier_misses(history, step)) return Refusal::earlier_step_missing;
    return std::nullopt;
}

std::optional<Refusal> objection_to_undoing(
    std::span<StepTaken const> history, Step step, std::string_view reason
) {
    if (!standing(history, step)) return Refusal::not_taken;
    if (later_stands(history, step)) return Refusal::later_step_stands;
    if (text::trimmed(reason).empty()) return Refusal::reason_missing;
    return std::nullopt;
}

std::optional<Refusal> objection_to_returning(Return const& child) {
    if (!child.consent_in_force) return Refusal::consent_not_in_force;
    if (!child.agreed_to_form) return Refusal::consent_to_another_form;
    if (!child.deliverer_works_here) return Refusal::deliverer_has_left;
    if (!child.deliverer_trained) return Refusal::deliverer_not_trained;
    if (child.has_another_place) return Refusal::has_another_place;
    if (!child.place_free) return Refusal::no_place_free;
    return std::nullopt;
}

std::optional<Refusal> objection_to_reopening(Reopening const& reopening) {
    if (!reopening.closed) return Refusal::not_closed;
    if (reopening.later_case_stands) return Refusal::later_case_stands;
    return std::nullopt;
}

consent::Standing consent_of(Facts const& facts, Date day) {
    auto const* last = furthest(facts.steps);
    bool const placed = last && last->step >= Step::allocation && !facts.place_ended;
    bool const asked = facts.last_asked_on.has_value();
    return placed && facts.form ? consent::standing_to(facts.answers, *facts.form, asked, day)
                                : consent::standing_on(facts.answers, asked, day);
}

bool may_be_placed(Facts const& facts, consent::Form form, Date today) {
    auto const* last = furthest(facts.steps);
    return !facts.closed_at && last && last->step == Step::consent &&
           consent::in_force_to(facts.answers, form, today);
}

Window impact_window(
    Date last_delivered_on, int opens_weeks, int closes_weeks, schools::OpenDays const* school_weeks
) {
    return {
        .opens_on = weeks_after(last_delivered_on, opens_weeks, school_weeks),
        .closes_on = weeks_after(last_delivered_on, closes_weeks, school_weeks),
        .in_school_weeks = school_weeks != nullptr};
}

Window impact_window_of(Facts const& facts) {
    auto const* const completed = standing(facts.steps, Step::completion);
    auto const last = facts.last_delivered_on.value_or(completed ? completed->taken_on : Date{});
    return impact_window(last, facts.impact_opens_weeks, facts.impact_closes_weeks, facts.school_weeks.get());
}

std::optional<int> days_to_decision(std::span<StepTaken const> history, Date today) {
    auto const* concern = standing(history, Step::concern);
    if (!concern) return std::nullopt;
    auto const* decided = standing(history, Step::prioritisation);
    return (decided ? decided->taken_on : today) - concern->taken_on;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::closed: return "The case is closed; a later need opens a case of its own";
        case Refusal::already_taken: return "This step has been taken already";
        case Refusal::earlier_step_missing: return "An earlier step comes first";
        case Refusal::later_step_stands: return "A later step stands; undo that one first";
        case Refusal::not_taken: return "This step has not been taken, or was undone already";
        case Refusal::reason_missing: return "Enter why the step is undone";
        case Refusal::consent_not_in_force:
            return "The child would be back in the programme, and consent is not in force today. Ask the "
                   "parents again, and undo the completion once they agree";
        case Refusal::consent_to_another_form:
            return "The child would be back in the programme, and the yes that stands is to the other form "
                   "of "
                   "support. Ask the parents about this form, and undo the completion once they agree";
        case Refusal::deliverer_has_left:
            return "The child would be back in the programme, and who delivers it has left. Choose somebody "
                   "else to deliver it on its page, and undo the completion then";
        case Refusal::deliverer_not_trained:
            return "The child would be back in the programme, and the nurture training of who delivers it is "
                   "not in force today. Record the training, and undo the completion then";
        case Refusal::no_place_free:
            return "The child would be back in the programme, and every place in it is taken. Leave the "
                   "completion as it is, and give a further need a case of its own after the impact review";
        case Refusal::has_another_place:
            return "The child has a place in another programme now, so this one stays completed. End that "
                   "place first if this one is to go on";
        case Refusal::session_recorded:
            return "A session has been recorded for the child since, so the place can't be taken back as if "
                   "it "
                   "had never begun. If it is not to go on, use “End the place” on the programme's page";
        case Refusal::closing_stands: return "The case is closed; undo the closing first";
        case Refusal::not_closed: return "The case is open already";
        case Refusal::later_case_stands:
            return "The child has had a later case since, and what this one came to stands behind it. Go on "
                   "there; or undo its steps as far as its concern, close it, and undo this one then";
    }
    return {};
}

}  // namespace cases
