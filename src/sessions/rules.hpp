#pragma once

#include <optional>
#include <span>
#include <string>

#include "programmes/rules.hpp"
#include "sessions/sessions.hpp"

namespace sessions {

// How long plans may go without the SENCo's look at them (G7).
inline constexpr int weeks_between_plan_reviews = 3;

enum class Refusal {
    not_started,
    already_delivered,
    already_not_held,
    not_begun,
    in_the_future,
    before_the_start,
    before_it_was_planned,
    no_school_that_day,
    not_trained,
    not_yours,
    not_delivered_yet,
    no_consent_in_force,
    consent_to_another_form,
    not_asked_any_more,
    misplaces_a_child,
    nobody_came,
    nobody_else_came,
    not_in_the_programme_that_day,
    child_not_started,
    target_not_rated,
    absence_without_reason,
    school_closed_that_day,
    instead_in_the_past,
    instead_on_its_own_day,
    terms_end_before,
    nothing_to_undo,
    put_off_again,
    done_in_its_place,
    closed_on_its_day,
    not_recorded_by_you,
    a_child_is_written_up,
    a_child_is_settled,
    impact_measured,
    case_closed,
    programme_completed,
    changed_meanwhile
};
std::string in_words(Refusal refusal);

// What bears on recording a session as delivered.
struct Delivery {
    programmes::Outcome outcome{};
    std::optional<Date> started_on;
    Date planned_on;
    Date held_on;
    Date today;
    bool begun = false;
    bool school_day = false;  // the day it was held
    bool by_deliverer_or_stand_in = false;
    bool trained = false;  // on the day it was held
    // A child at least had a place and consent in force on the day it was held, and to this form (C2).
    bool for_somebody = false;
    bool agreed_to_form = false;
    bool misplaces_a_child = false;  // names who could not come that day, or passes over who could
    bool somebody_came = false;      // of those who could
    bool programme_completed = false;
};
// Where nobody came there was no session (G5). Consent is judged by the day it was held, so that day is no
// free choice: a school day from the day it was planned for until today.
std::optional<Refusal> objection_to_delivering(Delivery const& delivery);

// On the day that it was planned for, a session is recorded from the time at which it begins. On a later day
// nobody knows at what time it was held.
bool has_begun(Session const& session, Date held_on, Instant now);

// What bears on taking back that a session was delivered.
struct UndoingDelivery {
    programmes::Outcome outcome{};
    bool by_recorder_or_senco = false;
    bool a_child_is_written_up = false;
    bool programme_completed = false;
    bool a_child_is_settled = false;  // of its register: the impact was measured, or the case is closed
};
// Recorded by mistake, it can be taken back until words or numbers about a child rest on it: their own, or
// the impact that was measured by the sessions that were held.
std::optional<Refusal> objection_to_undoing_delivery(UndoingDelivery const& undoing);

// What bears on taking back that a session was not held.
struct UndoingNotHeld {
    programmes::Outcome outcome{};
    bool by_holder_or_senco = false;
    bool programme_completed = false;
    bool school_day = false;         // the day it was planned for
    bool put_off_again = false;      // the session in its place was put off, too
    bool done_in_its_place = false;  // something was planned or recorded there
};
// It is planned again on its day, and the session that was laid in its place goes while nothing was done
// there.
std::optional<Refusal> objection_to_undoing_not_held(UndoingNotHeld const& undoing);

// True where the session in place of another was written about, recorded, or given to somebody else.
bool is_done_in_place_of(Session const& put_off, Session const& instead);

// True where an evaluation holds more than the register's absence or a face alone, or once held more.
bool keeps_its_session(Evaluation const& evaluation);

// What bears on evaluating one child for one session.
struct Evaluating {
    programmes::Outcome outcome{};
    std::optional<Date> held_on;
    bool on_register = false;        // of the day it was held
    std::optional<Date> started_on;  // this child
    bool by_deliverer_or_stand_in = false;
    bool written_up = false;  // what stands about the child may be mended
    bool written = false;     // in full, not begun by the child alone
    bool impact_measured = false;
    bool case_closed = false;
    bool attended = false;
    bool says_something = false;      // words for next time, or in confidence, of a child who was absent
    bool consent_in_force = false;    // on the day it was held (C2)
    bool agreed_to_form = false;      // a yes of that day is to the programme's form
    bool another_could_come = false;  // who is not written down as absent
};
std::optional<Refusal> objection_to_evaluating(Evaluating const& evaluating);

// Why what is written stays as it is: the impact was measured since, or the case is closed.
std::optional<Refusal> what_settles(bool written, bool impact_measured, bool case_closed);

// What stands against recording a session as not held.
std::optional<Refusal> objection_to_not_holding(Session const& session);

// What bears on the day named for the session that is held instead.
struct HoldingInstead {
    Date planned_on;  // the day on which it falls out
    Date on;
    Date today;
    bool school_day = false;
};
// It is another day than its own: a school day from today on, be it later or earlier than planned.
std::optional<Refusal> objection_to_holding_instead(HoldingInstead const& instead);

// Whether a child has part in a session of this day, and so whoever holds it in the child: who was there, and
// whose place had not ended before.
bool has_part(bool was_there, std::optional<Date> place_ended_on, Date day);

// What an evaluation lacks: a reason of an absent child; of one who came, a rating of a target or that it was
// not seen (G4).
std::optional<Refusal> what_it_lacks(
    Evaluation const& evaluation, std::span<programmes::Target const> targets
);

// The day by which the SENCo looks at the plans: some weeks after the last look, or after the start (G7).
Date plan_review_due_on(Date started_on, std::span<Session const> sessions);

}  // namespace sessions
