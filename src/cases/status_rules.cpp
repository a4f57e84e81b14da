#include "cases/status_rules.hpp"

#include <algorithm>

#include "cases/another_place_rules.hpp"
#include "consent/rules.hpp"
#include "schools/rules.hpp"

namespace cases {
namespace {

Date on_a_school_day(Facts const& facts, Date day) {
    if (!facts.school_days) return day;
    return schools::school_day_from(day, facts.school_days->terms, facts.school_days->closures);
}

std::string with_deliverer(Facts const& facts) {
    return facts.deliverer.empty() ? "" : " with " + facts.deliverer;
}

Status not_yet_referred(Facts const& facts) {
    auto const* concern = standing(facts.steps, Step::concern);
    if (!concern)
        return {
            Stage::concern_raised,
            "No concern stands. What was noticed is to be written, or the case closed.",
            Step::concern,
            Owner::senco,
            {}};
    return {
        Stage::concern_raised,
        "A concern was raised" + on(concern->taken_on) + ". The SENCo decides whether to refer.",
        Step::referral,
        Owner::senco,
        concern->taken_on + pace::referral_after_concern};
}

Status to_discuss(Facts const& facts) {
    auto const referred_on = day_of(facts, Step::referral);
    if (facts.last_discussion != DiscussionOutcome::more_information || !facts.information_by_on)
        return {
            Stage::referred,
            "Referred" + on(referred_on) + " and to be discussed.",
            Step::discussion,
            Owner::senco,
            referred_on + pace::discussion_after_referral};

    auto const from = facts.information_from.empty() ? "" : " from " + facts.information_from;
    auto const by = on_a_school_day(facts, *facts.information_by_on);
    return {
        Stage::more_information,
        "More information is wanted" + from + " by " + calendar::in_words(by) + ".",
        Step::discussion,
        Owner::senco,
        by};
}

Status to_prioritise(Facts const& facts) {
    auto const discussed_on = day_of(facts, Step::discussion);
    return {
        Stage::to_prioritise,
        "Discussed" + on(discussed_on) + " and to be prioritised.",
        Step::prioritisation,
        Owner::senco,
        discussed_on + pace::prioritisation_after_discussion};
}

Status letter_due(Facts const& facts) {
    auto const prioritised_on = day_of(facts, Step::prioritisation);
    return {
        Stage::letter_due,
        "Prioritised" + on(prioritised_on) + ". Each parent or carer is to be written to.",
        Step::letter,
        Owner::senco,
        prioritised_on + pace::letter_after_prioritisation};
}

Status waiting(Facts const& facts) {
    auto const since = day_of(facts, Step::waiting_list);
    auto const review_by = on_a_school_day(facts, facts.waiting_review_by_on.value_or(since));
    return {
        Stage::waiting,
        "On the waiting list since " + calendar::in_words(since) + ", to be looked at again by " +
            calendar::in_words(review_by) + ".",
        Step::letter,
        Owner::senco,
        review_by};
}

// The yes that counts once somebody decided on the day to go ahead over another's no.
std::optional<Date> yes_before_decision(Facts const& facts, Date decided_on) {
    std::optional<Date> said_on;
    bool decided = false;
    for (auto const& received : facts.answers) {
        bool const about_it = !facts.last_asked_form || consent::is_about(received, *facts.last_asked_form);
        bool const is_yes = received.answer == consent::Answer::given && received.has_a_say;
        decided = decided || (received.answer == consent::Answer::decided_to_go_ahead &&
                              received.answered_on == decided_on);
        if (is_yes && about_it && received.answered_on < decided_on)
            said_on = std::max(said_on.value_or(received.answered_on), received.answered_on);
    }
    return decided ? said_on : std::nullopt;
}

std::string that_consent_was_given(Facts const& facts, Date in_force_on) {
    auto const said_on = yes_before_decision(facts, in_force_on);
    if (!said_on) return "Consent was given" + on(in_force_on) + ".";
    return "Consent was given" + on(*said_on) + ";" + on(in_force_on) + " it was decided to go ahead.";
}

// The step of consent is that of the first yes: one who then disagreed, or another form that was asked about,
// may have held it up since.
Status to_allocate(Facts const& facts, Date today) {
    auto const noted_on = day_of(facts, Step::consent);
    auto const since = consent::in_force_since(facts.answers, facts.last_asked_form, today);
    auto const consent_on = std::max(noted_on, since.value_or(noted_on));
    auto const alone = is_to_the_other_alone(facts, today)
                           ? " It is to " + the_other(*facts.last_asked_form) + " alone."
                           : "";
    return {
        Stage::to_allocate,
        that_consent_was_given(facts, consent_on) + alone + " A place in a programme is to be found.",
        Step::allocation,
        Owner::senco,
        consent_on + pace::allocation_after_consent};
}

// Who joins a programme that runs already is not late for its first day, and starts with the session that
// comes next.
Status to_start(Facts const& facts, Date today) {
    auto const allocated_on = day_of(facts, Step::allocation);
    auto const from = std::max(facts.starts_on.value_or(allocated_on), allocated_on);
    auto const starts_on = std::max(facts.next_session_on.value_or(from), from);
    return {
        Stage::to_start,
        "Has a place" + with_deliverer(facts) +
            (starts_on < today ? "; was to start" + on(starts_on) + ", and has not started."
                               : ", to start" + on(starts_on) + ".") +
            what_consent_needs_before(facts, starts_on, today),
        Step::start,
        Owner::nurture_assistant,
        starts_on};
}

Status running(Facts const& facts, Date today) {
    auto const is = [&](std::string sentence, Date due_on) {
        return Status{
            Stage::running, std::move(sentence), Step::completion, Owner::nurture_assistant, due_on};
    };
    if (facts.next_session_on && *facts.next_session_on < today)
        return is(
            "The session" + on(*facts.next_session_on) + " is to be recorded: held or not held.",
            *facts.next_session_on
        );
    if (facts.next_session_on) {
        auto const needed = what_consent_needs_before(facts, *facts.next_session_on, today);
        auto const next = "; the next is" + on(*facts.next_session_on) + ".";
        return is(
            "Sessions are running" + with_deliverer(facts) + (needed.empty() ? next : "." + needed),
            *facts.next_session_on
        );
    }
    auto const last = facts.last_delivered_on.value_or(day_of(facts, Step::start));
    return is(
        "No more sessions are planned, so the programme is to be completed.",
        last + pace::completion_after_last_session
    );
}

std::string_view because(EndReason reason) {
    switch (reason) {
        case EndReason::completed: return "the programme was completed";
        case EndReason::consent_withdrawn: return "consent was withdrawn";
        case EndReason::left_school: return "the pupil left the school";
        case EndReason::no_longer_needed: return "it is no longer needed";
        case EndReason::moved_programme: return "the pupil moved to another programme";
        case EndReason::allocation_undone: return "the allocation was undone";
        case EndReason::own_wish: return "the child did not want to go on";
    }
    return {};
}

// A withdrawal that was said on one day and recorded on another is told with the day on which it was said.
Status stopped(Facts const& facts, Date today) {
    auto const ended_on = facts.place_ended_on.value_or(last_news_on(facts));
    auto const withdrawn = facts.place_ended == EndReason::consent_withdrawn
                               ? that_consent_was_withdrawn(facts, ", and the place ended.", today)
                               : std::string();
    auto const because_of_it = " because " + std::string(because(*facts.place_ended)) + ".";
    return {
        Stage::stopped,
        withdrawn.empty() ? "The place ended" + on(ended_on) + because_of_it : withdrawn,
        std::nullopt,
        Owner::senco,
        ended_on + pace::decision_after_answer};
}

Status to_review(Facts const& facts, Date today) {
    auto const window = impact_window_of(facts);
    auto const is = [&](Stage stage, std::string sentence, Owner owner) {
        return Status{stage, std::move(sentence), Step::impact_review, owner, window.closes_on};
    };
    if (today < window.opens_on)
        return is(
            Stage::impact_to_come,
            "Completed. The impact review opens" + on(window.opens_on) + ".",
            Owner::nobody
        );
    if (today <= window.closes_on)
        return is(
            Stage::impact_open,
            "The impact review is open until " + calendar::in_words(window.closes_on) + ".",
            Owner::class_teacher
        );
    return is(
        Stage::impact_overdue,
        "The impact review was due by " + calendar::in_words(window.closes_on) + ".",
        Owner::class_teacher
    );
}

Status to_decide_next(Facts const& facts) {
    auto const reviewed_on = day_of(facts, Step::impact_review);
    auto const due = reviewed_on + pace::next_step_after_review;
    if (standing(facts.steps, Step::next_step))
        return {
            Stage::next_step_due,
            "The next step is decided, and the case is to be closed.",
            std::nullopt,
            Owner::senco,
            due};
    return {
        Stage::next_step_due,
        "The impact was measured" + on(reviewed_on) + ". The next step is to be decided.",
        Step::next_step,
        Owner::senco,
        due};
}

Status closed(Facts const& facts) {
    auto const why = facts.closed_why.empty() ? "." : ": " + facts.closed_why;
    auto const how = std::string(was_declined(facts) ? "Not taken up for now, decided" : "Closed");
    return {
        Stage::closed,
        how + on(calendar::local_date(*facts.closed_at)) + why,
        std::nullopt,
        Owner::nobody,
        std::nullopt};
}

Status between_letter_and_completion(Facts const& facts, Step reached, Date today) {
    if (is_to_have_another_place(facts, today)) return to_place_again(facts, today);
    if (reached >= Step::allocation && ended_early(facts)) return stopped(facts, today);
    if (auto const held_up = held_up_by_consent(facts, reached, today)) return *held_up;
    if (reached == Step::consent) return to_allocate(facts, today);
    return reached == Step::allocation ? to_start(facts, today) : running(facts, today);
}

// A session's day and the review's window are other people's rules.
bool keeps_its_day(Stage stage) {
    return stage == Stage::running || stage == Stage::impact_to_come || stage == Stage::impact_open ||
           stage == Stage::impact_overdue;
}

Status stands(Facts const& facts, Date today) {
    if (facts.closed_at) return closed(facts);
    auto const* last = furthest(facts.steps);
    if (!last) return not_yet_referred(facts);
    switch (last->step) {
        case Step::concern: return not_yet_referred(facts);
        case Step::referral: return to_discuss(facts);
        case Step::discussion: return to_prioritise(facts);
        case Step::prioritisation: return letter_due(facts);
        case Step::waiting_list: return waiting(facts);
        case Step::letter:
        case Step::consent:
        case Step::allocation:
        case Step::start: return between_letter_and_completion(facts, last->step, today);
        case Step::completion: return to_review(facts, today);
        case Step::impact_review:
        case Step::next_step: return to_decide_next(facts);
    }
    return {};
}

}  // namespace

std::string on(Date day) { return " on " + calendar::in_words(day); }

Date day_of(Facts const& facts, Step step) { return standing(facts.steps, step)->taken_on; }

Date last_news_on(Facts const& facts) {
    Date latest = furthest(facts.steps)->taken_on;
    for (auto const& received : facts.answers) latest = std::max(latest, received.answered_on);
    return std::max(latest, facts.place_ended_on.value_or(latest));
}

bool ended_early(Facts const& facts) {
    return facts.place_ended && *facts.place_ended != EndReason::completed;
}

bool was_declined(Facts const& facts) { return facts.closed_at && !standing(facts.steps, Step::referral); }

bool asks_for_school_days(Facts const& facts, Date today) {
    auto const status = stands(facts, today);
    return status.due_on && !keeps_its_day(status.stage);
}

Status status_of(Facts const& facts, Date today) {
    auto status = stands(facts, today);
    if (status.due_on && !keeps_its_day(status.stage)) status.due_on = on_a_school_day(facts, *status.due_on);
    return status;
}

}  // namespace cases
