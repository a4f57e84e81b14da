#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "cases/cases.hpp"

namespace cases {

// How many days each move may take: a pace that a school can keep, so that identification is prompt (I7).
// Days of the calendar, from the step before to the step that is due; where there is no school on that day,
// the next school day counts.
namespace pace {
inline constexpr int referral_after_concern = 5;
inline constexpr int discussion_after_referral = 10;
inline constexpr int prioritisation_after_discussion = 10;
inline constexpr int letter_after_prioritisation = 5;
inline constexpr int handing_over_after_letter = 2;
inline constexpr int answer_after_asking = 14;   // the letter names the day
inline constexpr int decision_after_answer = 5;  // where consent was refused or withdrawn, or parents differ
inline constexpr int allocation_after_consent = 5;
inline constexpr int completion_after_last_session = 5;
inline constexpr int next_step_after_review = 10;
}  // namespace pace

enum class Refusal {
    closed,
    already_taken,
    earlier_step_missing,
    later_step_stands,
    not_taken,
    reason_missing,
    consent_not_in_force,
    consent_to_another_form,
    deliverer_not_trained,
    deliverer_has_left,
    no_place_free,
    has_another_place,
    session_recorded,
    closing_stands,
    not_closed,
    later_case_stands
};
std::string in_words(Refusal refusal);

// The row of the step that stands; none where it was not taken or was undone.
StepTaken const* standing(std::span<StepTaken const> history, Step step);

// The furthest step that stands; none before the first.
StepTaken const* furthest(std::span<StepTaken const> history);

// True where every step before it stands (the waiting list may be missing), it does not stand yet, and no
// later one does (R1).
std::optional<Refusal> objection_to_taking(std::span<StepTaken const> history, Step step);

// A step can be undone, with a reason, while no later one stands.
std::optional<Refusal> objection_to_undoing(
    std::span<StepTaken const> history, Step step, std::string_view reason
);

// What bears on a child's return into the programme whose completion is undone: all that bears on a new
// place.
struct Return {
    bool consent_in_force = false;  // today
    bool agreed_to_form = false;    // a yes is to the programme's form
    bool deliverer_trained = false;
    bool deliverer_works_here = false;
    bool place_free = false;
    bool has_another_place = false;
};
std::optional<Refusal> objection_to_returning(Return const& child);

// What bears on opening a closed case again.
struct Reopening {
    bool closed = false;
    bool later_case_stands = false;  // one that is open, or went on beyond its concern
};
std::optional<Refusal> objection_to_reopening(Reopening const& reopening);

// Where the consent of the case stands on the day: to the programme in which the child has a place, or else
// to the form of support to which it has come furthest.
consent::Standing consent_of(Facts const& facts, Date day);

// True where a place in a programme of this form is what the case may go on to: consent to it is in force,
// although the parents may have been asked about the other form since.
bool may_be_placed(Facts const& facts, consent::Form form, Date today);

// Consent that is in force and runs out soon, while support is ahead or under way.
struct Renewal {
    Date holds_until;
    bool asked = false;  // anew, since it was time to
};
std::optional<Renewal> renewal_of(Facts const& facts, Date today);

// Where the case stands today, why, whose move it is and by when (R2). What is due is due on a school day; a
// session keeps its own day, and the window of the impact review the policy's.
Status status_of(Facts const& facts, Date today);

// True where the case ended with its concern: nobody took it up.
bool was_declined(Facts const& facts);

// The window of the impact review (M1), so many weeks after the last delivered session. Where the school
// counts school weeks, a week without a school day is passed over.
struct Window {
    Date opens_on;
    Date closes_on;
    bool in_school_weeks = false;
};
Window impact_window(
    Date last_delivered_on, int opens_weeks, int closes_weeks, schools::OpenDays const* school_weeks = nullptr
);

// That of a case whose programme was completed.
Window impact_window_of(Facts const& facts);

// The days from the first concern to the prioritisation, or to today while there is none (I7).
std::optional<int> days_to_decision(std::span<StepTaken const> history, Date today);

}  // namespace cases
