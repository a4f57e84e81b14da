#include "sessions/rules.hpp"

#include <algorithm>

namespace sessions {

using programmes::Outcome;

std::optional<Refusal> objection_to_delivering(Delivery const& delivery) {
    if (delivery.outcome == Outcome::delivered) return Refusal::already_delivered;
    if (delivery.outcome == Outcome::not_held) return Refusal::already_not_held;
    if (!delivery.by_deliverer_or_stand_in) return Refusal::not_yours;
    if (delivery.programme_completed) return Refusal::programme_completed;
    if (!delivery.started_on) return Refusal::not_started;
    if (delivery.held_on > delivery.today) return Refusal::in_the_future;
    if (!delivery.begun) return Refusal::not_begun;
    if (delivery.held_on < *delivery.started_on) return Refusal::before_the_start;
    if (delivery.held_on < delivery.planned_on) return Refusal::before_it_was_planned;
    if (!delivery.school_day) return Refusal::no_school_that_day;
    if (!delivery.trained) return Refusal::not_trained;
    if (delivery.misplaces_a_child) return Refusal::misplaces_a_child;
    if (!delivery.for_somebody) return Refusal::no_consent_in_force;
    if (!delivery.agreed_to_form) return Refusal::consent_to_another_form;
    if (!delivery.somebody_came) return Refusal::nobody_came;
    return std::nullopt;
}

bool has_begun(Session const& session, Date held_on, Instant now) {
    if (held_on != session.planned_on) return true;
    auto const begins_at = calendar::instant_at(session.planned_on, session.starts_at_time);
    return !begins_at || *begins_at <= now;
}

std::optional<Refusal> objection_to_undoing_delivery(UndoingDelivery const& undoing) {
    if (undoing.outcome != Outcome::delivered) return Refusal::nothing_to_undo;
    if (!undoing.by_recorder_or_senco) return Refusal::not_recorded_by_you;
    if (undoing.programme_completed) return Refusal::programme_completed;
    if (undoing.a_child_is_settled) return Refusal::a_child_is_settled;
    if (undoing.a_child_is_written_up) return Refusal::a_child_is_written_up;
    return std::nullopt;
}

std::optional<Refusal> objection_to_undoing_not_held(UndoingNotHeld const& undoing) {
    if (undoing.outcome != Outcome::not_held) return Refusal::nothing_to_undo;
    if (!undoing.by_holder_or_senco) return Refusal::not_yours;
    if (undoing.programme_completed) return Refusal::programme_completed;
    if (undoing.put_off_again) return Refusal::put_off_again;
    if (undoing.done_in_its_place) return Refusal::done_in_its_place;
    if (!undoing.school_day) return Refusal::closed_on_its_day;
    return std::nullopt;
}

// The plan and who stands in moved along when it was laid.
bool is_done_in_place_of(Session const& put_off, Session const& instead) {
    return instead.outcome != Outcome::planned || instead.plan != put_off.plan || instead.plan_reviewed_on ||
           (instead.stand_in && instead.stand_in != put_off.stand_in);
}

// A later version was something else before, perhaps a child who was there. Of a face it was another face.
bool keeps_its_session(Evaluation const& evaluation) {
    if (is_face_alone(evaluation)) return false;
    return evaluation.attended || evaluation.version > 1 || !evaluation.noticed.empty() ||
           !evaluation.next_time.empty() || !evaluation.confidence.empty() ||
           !evaluation.voice.own_words.empty();
}

std::optional<Refusal> what_settles(bool written, bool impact_measured, bool case_closed) {
    if (case_closed) return Refusal::case_closed;
    if (written && impact_measured) return Refusal::impact_measured;
    return std::nullopt;
}

std::optional<Refusal> objection_to_evaluating(Evaluating const& evaluating) {
    if (!evaluating.by_deliverer_or_stand_in) return Refusal::not_yours;
    if (auto const settled =
            what_settles(evaluating.written, evaluating.impact_measured, evaluating.case_closed))
        return settled;
    if (evaluating.outcome != Outcome::delivered || !evaluating.held_on) return Refusal::not_delivered_yet;
    bool const more_than_absence = evaluating.attended || evaluating.says_something;
    bool const started = evaluating.started_on && *evaluating.started_on <= *evaluating.held_on;
    if (more_than_absence && !started) return Refusal::child_not_started;
    if (more_than_absence && !evaluating.consent_in_force) return Refusal::no_consent_in_force;
    if (more_than_absence && !evaluating.agreed_to_form) return Refusal::consent_to_another_form;
    if (!evaluating.on_register && !evaluating.written_up) return Refusal::not_in_the_programme_that_day;
    // Who was written up as present was there for somebody to write about, so that session stands.
    if (!evaluating.attended && !evaluating.written_up && !evaluating.another_could_come)
        return Refusal::nobody_else_came;
    return std::nullopt;
}

std::optional<Refusal> objection_to_not_holding(Session const& session) {
    if (session.outcome == Outcome::delivered) return Refusal::already_delivered;
    if (session.outcome == Outcome::not_held) return Refusal::already_not_held;
    return std::nullopt;
}

std::optional<Refusal> objection_to_holding_instead(HoldingInstead const& instead) {
    if (instead.on < instead.today) return Refusal::instead_in_the_past;
    if (instead.on == instead.planned_on) return Refusal::instead_on_its_own_day;
    if (!instead.school_day) return Refusal::school_closed_that_day;
    return std::nullopt;
}

std::optional<Refusal> what_it_lacks(
    Evaluation const& evaluation, std::span<programmes::Target const> targets
) {
    if (!evaluation.attended)
        return evaluation.why_absent ? std::nullopt : std::optional(Refusal::absence_without_reason);
    bool const all_rated = std::ranges::all_of(targets, [&](auto const& target) {
        return std::ranges::find(evaluation.ratings, target.id, &Rating::target) != evaluation.ratings.end();
    });
    return all_rated ? std::nullopt : std::optional(Refusal::target_not_rated);
}

bool has_part(bool was_there, std::optional<Date> place_ended_on, Date day) {
    return was_there || !place_ended_on || *place_ended_on >= day;
}

Date plan_review_due_on(Date started_on, std::span<Session const> sessions) {
    auto last = started_on;
    for (auto const& session : sessions)
        if (session.plan_reviewed_on) last = std::max(last, *session.plan_reviewed_on);
    return last + weeks_between_plan_reviews * calendar::days_in_week;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_started: return "The programme has not started; start it first";
        case Refusal::already_delivered: return "This session is recorded as delivered";
        case Refusal::already_not_held: return "This session is recorded as not held";
        case Refusal::not_begun: return "This session has not begun yet; record it once it has";
        case Refusal::in_the_future: return "Enter a day that is today or earlier";
        case Refusal::before_the_start: return "Enter a day on or after the programme's start";
        case Refusal::before_it_was_planned:
            return "Enter the day it was planned for, or a later one. To hold it earlier, record below that "
                   "it was "
                   "not held, and name the day it is held instead";
        case Refusal::no_school_that_day: return "There was no school on that day; enter a school day";
        case Refusal::not_trained: return "Your nurture training was not in force on that day";
        case Refusal::not_yours:
            return "Only who delivers the programme, or a trained colleague named for this session, can "
                   "record it";
        case Refusal::not_delivered_yet: return "Record the session as delivered first";
        case Refusal::not_asked_any_more:
            return "Consent is not in force any more, so the child is not asked";
        case Refusal::no_consent_in_force:
            return "Consent was not in force on that day, so nothing can be recorded";
        case Refusal::consent_to_another_form:
            return "The yes of that day is to the other form of support than this programme's, so nothing "
                   "can "
                   "be recorded";
        case Refusal::misplaces_a_child:
            return "The register names a child about whom nothing can be recorded for that day. Look through "
                   "it and record it again";
        case Refusal::nobody_came:
            return "Nobody was here, so the session was not held. Choose whether it is held on another day, "
                   "and "
                   "record below that it was not held";
        case Refusal::nobody_else_came:
            return "Nobody else was there, so the session was not held. On its page, undo that it was "
                   "recorded "
                   "as delivered, and record that it was not held";
        case Refusal::not_in_the_programme_that_day:
            return "The child had no place in the programme on that day";
        case Refusal::child_not_started:
            return "The child had not started on that day. Start the child first, on the programme's page; "
                   "sessions "
                   "from the day of the start can be written up";
        case Refusal::target_not_rated: return "Choose a number from 0 to 10, or that it was not seen today";
        case Refusal::absence_without_reason: return "Choose why the child was not there";
        case Refusal::school_closed_that_day: return "The school is closed on that day; enter a school day";
        case Refusal::instead_in_the_past:
            return "Enter a day that is today or later. A session that was held already is recorded in the "
                   "register, "
                   "with the day it was held";
        case Refusal::instead_on_its_own_day:
            return "That is the day on which it was not held; enter another day. If it is still held that "
                   "day, leave it planned and record it in the register then";
        case Refusal::terms_end_before:
            return "The terms on record end before the next session; add the next term first";
        case Refusal::nothing_to_undo: return "This is undone already";
        case Refusal::put_off_again:
            return "The day it was put off to was put off, too. Undo that first, on that day's page";
        case Refusal::done_in_its_place:
            return "Something is planned or recorded for the day it was put off to, so that it was put off "
                   "stands. "
                   "Go on with that day's session";
        case Refusal::closed_on_its_day:
            return "The school is closed on the day it was planned for, so it stays as it is";
        case Refusal::not_recorded_by_you:
            return "Only who recorded the session, or the SENCo, can take that back";
        case Refusal::a_child_is_written_up:
            return "A child is written up for this session, or was before somebody changed it, so the "
                   "session "
                   "stands as held";
        case Refusal::a_child_is_settled:
            return "The impact of a child of this session was measured since, or the child's case is closed, "
                   "so the "
                   "session stands as held; undo the review first, or reopen the case, if it must change";
        case Refusal::impact_measured:
            return "The impact was measured since. An evaluation from before then stays as it is; undo the "
                   "review first if it must change";
        case Refusal::case_closed:
            return "The case is closed, so its evaluations stay as they are; reopen the case first if one "
                   "must "
                   "change";
        case Refusal::programme_completed: return "The programme is complete, so its sessions stand";
        case Refusal::changed_meanwhile:
            return "Someone changed this in the meantime; both texts stand below, so choose what stays";
    }
    return {};
}

}  // namespace sessions
