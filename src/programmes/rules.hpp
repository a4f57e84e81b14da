#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "programmes/programmes.hpp"
#include "programmes/session.hpp"

namespace programmes {

enum class Refusal {
    one_to_one_holds_one,
    group_holds_several,
    group_too_large,
    size_needs_reason,
    length_needs_reason,
    length_needs_the_senco,
    starts_in_the_past,
    starts_that_day_already,
    starts_too_late,
    started_already,
    school_closed_that_day,
    terms_end_before,
    no_policy_in_force,
    not_trained,
    not_trained_then,
    deliverer_has_left,
    changes_in_the_past,
    nothing_changes,
    weekday_beyond_the_terms,
    completed,
    no_place_left,
    form_needs_reason,
    few_weeks_need_reason,
    no_consent_in_force,
    consent_to_another_form,
    has_a_place,
    step_out_of_order,
    not_started,
    starts_later,
    few_children_need_reason,
    nobody_allocated,
    nobody_left_to_start,
    target_without_words,
    last_target,
    sessions_still_planned,
    nothing_delivered,
    not_longer,
    somebody_had_a_place,
    session_was_held,
    place_ended,
    changed_meanwhile,
    measured_already
};
// Says what is wrong and how to mend it.
std::string in_words(Refusal refusal);

// What a programme is to be: its form, how many children, how many weeks, and whether the SENCo says why.
struct Shape {
    Form form{};
    int places = 1;
    int weeks = 0;
    bool reason_given = false;
};
// Everything that the policy has against the shape (G1). More children than the policy's most are never
// allowed; other sizes and lengths need a reason.
std::vector<Refusal> objections_to(Shape const& shape, schools::PolicyVersion const& policy);

// True where so few children are to start with a group that the policy asks why, and the SENCo has not said
// of so few (G1). Why it has fewer places than the policy's least was asked when it was made: those are its
// least then.
bool lacks_reason_for_few(Programme const& programme, int children, schools::PolicyVersion const& policy);

// Planned for today or later.
bool is_to_come(Session const& session, Date today);
// How many sessions are still to come.
int weeks_left(std::span<Session const> sessions, Date today);

// True where so few weeks are left of a programme that runs that the policy asks why a child comes into it
// (G1). Why it is shorter than the policy's least was asked when it was made: those weeks are its least then.
bool leaves_few_weeks(Programme const& programme, int weeks_left, schools::PolicyVersion const& policy);

// How many weeks a programme is to have in all, and who wants it so.
struct Lengthening {
    int weeks = 0;
    bool by_the_senco = false;
    bool reason_given = false;
};
// Who delivers a programme adds weeks up to the policy's most; past it the SENCo does, with a reason (G1,
// G8).
std::optional<Refusal> objection_to_extending(
    Programme const& programme, Lengthening const& wanted, schools::PolicyVersion const& policy
);

// What bears on giving a child a place.
struct Allocation {
    State programme{};
    int places = 1;
    int taken = 0;
    bool consent_in_force = false;
    bool agreed_to_form = true;  // a yes is to the programme's form
    bool deliverer_trained = false;
    bool deliverer_works_here = true;
    bool pupil_has_a_place = false;
    bool form_fits = true;   // the one chosen at prioritisation, where one was
    bool few_weeks = false;  // are left
    bool reason_given = false;
};
// A yes to another form is none to this one. Another form than the chosen one, and fewer weeks than the
// policy's, need a reason; nothing else can be argued away.
std::optional<Refusal> objection_to_allocating(Allocation const& allocation);

// What bears on starting: the children who have not started, and what they have.
struct Starting {
    bool consent_in_force = false;
    bool agreed_to_form = false;        // a yes is to the programme's form
    bool targets_in_own_words = false;  // one at least, and none without words
};
bool is_ready(Starting const& child);
// Each child starts for themselves: one who is not ready yet stands in nobody's way.
std::optional<Refusal> objection_to_starting(
    Programme const& programme, int allocated, std::span<Starting const> not_started, Date today
);

// True where its first day has passed, and it has not started.
bool missed_its_start(Programme const& programme, Date today);

// A programme is complete when no session is planned any more and one at least was delivered; or when every
// child has left it, whatever was still planned.
std::optional<Refusal> objection_to_completing(
    Programme const& programme, int children, std::span<Session const> sessions
);

// A programme that was made by mistake goes while nobody ever had a place in it and no session was held.
std::optional<Refusal> objection_to_removing(
    Programme const& programme, bool somebody_had_a_place, std::span<Session const> sessions
);

// What bears on the next move of one child.
struct ChildStands {
    bool started = false;
    bool targets_in_own_words = false;
};
Move move_of(
    Programme const& programme,
    std::span<ChildStands const> children,
    std::span<Session const> sessions,
    Date today
);

// Whether the reason lies in the provision and not with the child (G5).
bool is_for_provisions_sake(WhyNot why);

// How many of the latest sessions that were due, by day, were missed for provision's sake, one after another.
int missed_in_a_row(std::span<Session const> sessions);

std::string sessions_missed(int in_a_row);  // "3 sessions in a row were missed"

// True where the two latest sessions that were due, by day, were both missed for provision's sake (G5).
bool two_missed_in_a_row(std::span<Session const> sessions);
// The day on which the second of them was missed, from which on the SENCo is to act.
std::optional<Date> second_missed_on(std::span<Session const> sessions);

// The days of a place.
struct Stay {
    Date from;
    std::optional<Date> until;
    std::optional<cases::EndReason> end_reason;
};
// A session, as far as it bears on whether it is a child's.
struct OneSession {
    Date day;  // on which it was held, or is planned
    bool held = false;
    bool on_register = false;  // the child, of one that was held
    bool written_up = false;   // for the child
};
// A session is the child's while they have or had the place, and wherever they were written up. One that was
// held on the day on which they got it may have been over by then, and one on the day on which the place
// ended with consent may have been over before (C6): on both their name on the register decides. What was not
// held by then never is (C2). Every other place lasts until its evening. Of the last session that was held,
// stores ask in SQL: cases/last_session_store.hpp.
bool is_the_childs(OneSession const& session, Stay const& stay);

// Planned, delivered and attended so far, of the child's own sessions: one that was put off counts once, as
// the one it was moved to.
Fidelity fidelity_of(std::span<Session const> sessions, Place const& place, Attendance const& attendance);

// Those of the child's own that were not held.
struct NotHeld {
    int put_off = 0;    // to another day
    int cancelled = 0;  // and on no other day
};
NotHeld not_held_of(std::span<Session const> sessions, Place const& place, Attendance const& attendance);

// The session to look at first: the earliest that is planned; none where all are done.
Session const* next_of(std::span<Session const> sessions);
// The latest day on which a session was held.
std::optional<Date> last_delivered_on(std::span<Session const> sessions);

}  // namespace programmes
