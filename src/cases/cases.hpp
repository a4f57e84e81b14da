#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "consent/consent.hpp"
#include "pupils/pupils.hpp"
#include "schools/schools.hpp"

namespace cases {

using StepId = Id<struct StepTag>;

// The fixed order of a case (R1). The waiting list is passed over where a place is free.
enum class Step {
    concern,
    referral,
    discussion,
    prioritisation,
    waiting_list,
    letter,
    consent,
    allocation,
    start,
    completion,
    impact_review,
    next_step
};
constexpr auto words(Step) {
    return std::array{
        "concern",
        "referral",
        "discussion",
        "prioritisation",
        "waiting_list",
        "letter",
        "consent",
        "allocation",
        "start",
        "completion",
        "impact_review",
        "next_step"};
}

// A step that was taken, and perhaps undone. History keeps both.
struct StepTaken {
    StepId id;
    Step step{};
    Instant taken_at;
    Date taken_on;
    std::optional<StaffId> taken_by;
    std::string taken_by_name;
    std::string reason;
    std::optional<Instant> undone_at;
    std::string undone_by_name;
    std::string undone_reason;

    bool stands() const { return !undone_at; }
    auto columns() {
        return std::tie(
            id,
            step,
            taken_at,
            taken_on,
            taken_by,
            taken_by_name,
            reason,
            undone_at,
            undone_by_name,
            undone_reason
        );
    }
};

enum class DiscussionOutcome { go_on, something_else, more_information, no_need_now };
constexpr auto words(DiscussionOutcome) {
    return std::array{"go_on", "something_else", "more_information", "no_need_now"};
}

enum class EndReason {
    completed,
    consent_withdrawn,
    left_school,
    no_longer_needed,
    moved_programme,
    allocation_undone,
    own_wish  // the child's
};
constexpr auto words(EndReason) {
    return std::array{
        "completed",
        "consent_withdrawn",
        "left_school",
        "no_longer_needed",
        "moved_programme",
        "allocation_undone",
        "own_wish"};
}

// Everything that the status of a case is worked out from.
struct Facts {
    std::vector<StepTaken> steps;  // in order of taking
    std::optional<DiscussionOutcome> last_discussion;
    std::string information_from;
    std::optional<Date> information_by_on;
    std::vector<consent::Received> answers;        // in order of number
    std::optional<Date> last_asked_on;             // the day on which the letter was made
    std::optional<Date> last_went_on;              // by e-mail, or printed; none: on the day it was made
    bool letters_wait = false;                     // none of them has gone yet
    std::optional<consent::Form> last_asked_form;  // that this letter spoke of
    std::optional<Date> waiting_review_by_on;
    std::string deliverer;              // of the latest place
    std::optional<consent::Form> form;  // of the programme of the latest place
    std::optional<Date> starts_on;
    std::optional<Date> next_session_on;
    std::optional<Date> last_delivered_on;
    std::optional<EndReason> place_ended;
    std::optional<Date> place_ended_on;
    int impact_opens_weeks = schools::PolicyVersion{}.impact_opens_weeks;
    int impact_closes_weeks = schools::PolicyVersion{}.impact_closes_weeks;
    std::shared_ptr<schools::OpenDays const> school_weeks;  // none: calendar weeks count
    std::shared_ptr<schools::OpenDays const> school_days;   // none: something may be due on any day
    std::optional<Instant> closed_at;
    std::string closed_why;
};

// True where the day on which something is due depends on which days are school days: most cases that run are
// told without.
bool asks_for_school_days(Facts const& facts, Date today);

// Where a case stands. Worked out, never typed (R2).
enum class Stage {
    concern_raised,
    referred,
    more_information,
    to_prioritise,
    waiting,
    letter_due,
    awaiting_answer,
    consent_expired,
    consent_to_note,
    consent_refused,
    in_dispute,
    to_allocate,
    to_start,
    running,
    stopped,  // consent was withdrawn, or the place ended early
    impact_to_come,
    impact_open,
    impact_overdue,
    next_step_due,
    closed
};
constexpr auto words(Stage) {
    return std::array{"concern_raised",  "referred",        "more_information", "to_prioritise",
                      "waiting",         "letter_due",      "awaiting_answer",  "consent_expired",
                      "consent_to_note", "consent_refused", "in_dispute",       "to_allocate",
                      "to_start",        "running",         "stopped",          "impact_to_come",
                      "impact_open",     "impact_overdue",  "next_step_due",    "closed"};
}

// "Waiting list"
std::string_view in_words(Step step);
// "Waiting for an answer"
std::string_view in_words(Stage stage);
// What the stage means, in one sentence for everybody.
std::string_view meaning_of(Stage stage);

// Whose move it is.
enum class Owner { nobody, class_teacher, senco, senco_or_headteacher, nurture_assistant, parent };
constexpr auto words(Owner) {
    return std::array{
        "nobody", "class_teacher", "senco", "senco_or_headteacher", "nurture_assistant", "parent"};
}

// "the SENCo"
std::string_view in_words(Owner owner);

struct Status {
    Stage stage{};
    std::string sentence;      // "Waiting for a parent's answer, asked on Tuesday 5 May 2026."
    std::optional<Step> next;  // the step that is due
    Owner owner{};
    std::optional<Date> due_on;
};

}  // namespace cases
