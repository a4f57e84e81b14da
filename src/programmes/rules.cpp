#include "programmes/rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace programmes {
namespace {

bool was_due(Session const& session) { return session.outcome != Outcome::planned; }

bool missed_for_provisions_sake(Session const& session) {
    return session.outcome == Outcome::not_held && session.why_not &&
           is_for_provisions_sake(*session.why_not);
}

bool within(int number, int least, int most) { return least <= number && number <= most; }

}  // namespace

std::vector<Refusal> objections_to(Shape const& shape, schools::PolicyVersion const& policy) {
    std::vector<Refusal> objections;
    if (shape.form == Form::one_to_one) {
        if (shape.places != 1) objections.push_back(Refusal::one_to_one_holds_one);
    } else if (shape.places < 2) {
        objections.push_back(Refusal::group_holds_several);
    } else if (shape.places > policy.group_most) {
        objections.push_back(Refusal::group_too_large);
    } else if (shape.places < policy.group_least && !shape.reason_given) {
        objections.push_back(Refusal::size_needs_reason);
    }
    if (!within(shape.weeks, policy.weeks_least, policy.weeks_most) && !shape.reason_given)
        objections.push_back(Refusal::length_needs_reason);
    return objections;
}

bool lacks_reason_for_few(Programme const& programme, int children, schools::PolicyVersion const& policy) {
    auto const least =
        programme.bounds_reason.empty() ? policy.group_least : std::min(policy.group_least, programme.places);
    if (programme.form != Form::group || children >= least) return false;
    return programme.few_children_reason.empty() || children < programme.few_children.value_or(0);
}

int weeks_left(std::span<Session const> sessions, Date today) {
    return static_cast<int>(std::ranges::count_if(sessions, [&](Session const& session) {
        return is_to_come(session, today);
    }));
}

bool leaves_few_weeks(Programme const& programme, int weeks_left, schools::PolicyVersion const& policy) {
    auto const least =
        programme.bounds_reason.empty() ? policy.weeks_least : std::min(policy.weeks_least, programme.weeks);
    return programme.started_on && weeks_left < least;
}

std::optional<Refusal> objection_to_extending(
    Programme const& programme, Lengthening const& wanted, schools::PolicyVersion const& policy
) {
    if (programme.completed_on) return Refusal::completed;
    if (wanted.weeks <= programme.weeks) return Refusal::not_longer;
    if (wanted.weeks <= policy.weeks_most) return std::nullopt;
    if (!wanted.by_the_senco) return Refusal::length_needs_the_senco;
    if (!wanted.reason_given) return Refusal::length_needs_reason;
    return std::nullopt;
}

std::optional<Refusal> objection_to_allocating(Allocation const& allocation) {
    if (allocation.programme == State::completed) return Refusal::completed;
    if (!allocation.deliverer_works_here) return Refusal::deliverer_has_left;
    if (!allocation.deliverer_trained) return Refusal::not_trained;
    if (!allocation.consent_in_force) return Refusal::no_consent_in_force;
    if (!allocation.agreed_to_form) return Refusal::consent_to_another_form;
    if (allocation.pupil_has_a_place) return Refusal::has_a_place;
    if (allocation.taken >= allocation.places) return Refusal::no_place_left;
    if (!allocation.form_fits && !allocation.reason_given) return Refusal::form_needs_reason;
    if (allocation.few_weeks && !allocation.reason_given) return Refusal::few_weeks_need_reason;
    return std::nullopt;
}

bool is_ready(Starting const& child) {
    return child.consent_in_force && child.agreed_to_form && child.targets_in_own_words;
}

std::optional<Refusal> objection_to_starting(
    Programme const& programme, int allocated, std::span<Starting const> not_started, Date today
) {
    if (programme.completed_on) return Refusal::completed;
    if (allocated == 0) return Refusal::nobody_allocated;
    if (not_started.empty()) return Refusal::nobody_left_to_start;
    if (today < programme.starts_on) return Refusal::starts_later;
    if (std::ranges::any_of(not_started, is_ready)) return std::nullopt;
    if (std::ranges::none_of(not_started, &Starting::consent_in_force)) return Refusal::no_consent_in_force;
    bool const agreed = std::ranges::any_of(not_started, [](Starting const& child) {
        return child.consent_in_force && child.agreed_to_form;
    });
    return agreed ? Refusal::target_without_words : Refusal::consent_to_another_form;
}

bool missed_its_start(Programme const& programme, Date today) {
    return programme.state() == State::to_start && programme.starts_on < today;
}

std::optional<Refusal> objection_to_completing(
    Programme const& programme, int children, std::span<Session const> sessions
) {
    if (programme.completed_on) return Refusal::completed;
    if (!programme.started_on) return Refusal::not_started;
    if (children == 0) return std::nullopt;
    if (!std::ranges::all_of(sessions, was_due)) return Refusal::sessions_still_planned;
    if (!last_delivered_on(sessions)) return Refusal::nothing_delivered;
    return std::nullopt;
}

std::optional<Refusal> objection_to_removing(
    Programme const& programme, bool somebody_had_a_place, std::span<Session const> sessions
) {
    if (programme.completed_on) return Refusal::completed;
    if (somebody_had_a_place) return Refusal::somebody_had_a_place;
    if (last_delivered_on(sessions)) return Refusal::session_was_held;
    return std::nullopt;
}

Move move_of(
    Programme const& programme,
    std::span<ChildStands const> children,
    std::span<Session const> sessions,
    Date today
) {
    if (programme.completed_on) return Move::nothing;
    if (children.empty()) return programme.started_on ? Move::complete_without_children : Move::allocate;
    auto const* next = next_of(sessions);
    bool const somebody_started = std::ranges::any_of(children, &ChildStands::started);
    // Beside those, a child who has not started has nothing left to start.
    if (!next && somebody_started && last_delivered_on(sessions)) return Move::complete;
    auto const unstarted = [](ChildStands const& child) { return !child.started; };
    auto const unworded = [](ChildStands const& child) { return !child.targets_in_own_words; };
    if (std::ranges::any_of(children, unstarted)) {
        auto const ready = [](ChildStands const& child) {
            return !child.started && child.targets_in_own_words;
        };
        if (today >= programme.starts_on && std::ranges::any_of(children, ready)) return Move::start;
        return std::ranges::any_of(children, unworded) ? Move::word_targets : Move::wait_for_start;
    }
    if (!next) return Move::nothing;
    if (next->planned_on < today) return Move::write_up;
    if (next->plan.empty()) return Move::plan_next;
    return Move::hold_next;
}

bool is_for_provisions_sake(WhyNot why) {
    switch (why) {
        case WhyNot::staff_absent:
        case WhyNot::room_lost:
        case WhyNot::trip:
        case WhyNot::test_week: return true;
        case WhyNot::pupil_absent:
        case WhyNot::school_closed:
        case WhyNot::consent_withdrawn:
        case WhyNot::something_else: return false;
    }
    return false;
}

namespace {

// They may lie ahead: a session is said not to be held before its day.
std::vector<Date> days_missed_in_a_row(std::span<Session const> sessions) {
    std::vector<Session const*> due;
    for (auto const& session : sessions)
        if (was_due(session)) due.push_back(&session);
    std::ranges::stable_sort(due, {}, [](auto const* session) { return session->planned_on; });
    auto const other = std::find_if_not(due.rbegin(), due.rend(), [](auto const* session) {
        return missed_for_provisions_sake(*session);
    });
    std::vector<Date> days;
    for (auto one = other.base(); one != due.end(); ++one) days.push_back((*one)->planned_on);
    return days;
}

}  // namespace

int missed_in_a_row(std::span<Session const> sessions) {
    return static_cast<int>(days_missed_in_a_row(sessions).size());
}

std::string sessions_missed(int in_a_row) {
    return text::counted(in_a_row, "session", "sessions") + " in a row were missed";
}

bool two_missed_in_a_row(std::span<Session const> sessions) { return second_missed_on(sessions).has_value(); }

std::optional<Date> second_missed_on(std::span<Session const> sessions) {
    auto const days = days_missed_in_a_row(sessions);
    return days.size() >= 2 ? std::optional(days[1]) : std::nullopt;
}

bool is_to_come(Session const& session, Date today) {
    return session.outcome == Outcome::planned && session.planned_on >= today;
}

bool is_the_childs(OneSession const& session, Stay const& stay) {
    if (session.written_up) return true;
    if (session.day < stay.from) return false;
    bool const withdrawn_on_it =
        session.day == stay.until && stay.end_reason == cases::EndReason::consent_withdrawn;
    if (session.held && (session.day == stay.from || withdrawn_on_it)) return session.on_register;
    return !stay.until || (session.day <= *stay.until && !withdrawn_on_it);
}

namespace {

bool is_of_place(Session const& session, Place const& place, Attendance const& attendance) {
    Stay const stay{place.allocated_on, place.ended_on, place.end_reason};
    OneSession const one{
        .day = session.held_on.value_or(session.planned_on),
        .held = session.outcome == Outcome::delivered,
        .on_register = attendance.on_register.contains(session.id),
        .written_up = attendance.written_up.contains(session.id)};
    return is_the_childs(one, stay);
}

}  // namespace

Fidelity fidelity_of(std::span<Session const> sessions, Place const& place, Attendance const& attendance) {
    Fidelity fidelity{
        .planned = 0,
        .delivered = 0,
        .attended = attendance.attended,
        .not_written_up = attendance.not_written_up};
    for (auto const& session : sessions) {
        if (!is_of_place(session, place, attendance)) continue;
        if (!session.rearranged) ++fidelity.planned;
        if (session.outcome == Outcome::delivered) ++fidelity.delivered;
    }
    return fidelity;
}

NotHeld not_held_of(std::span<Session const> sessions, Place const& place, Attendance const& attendance) {
    NotHeld count;
    for (auto const& session : sessions) {
        if (session.outcome != Outcome::not_held || !is_of_place(session, place, attendance)) continue;
        ++(session.rearranged ? count.put_off : count.cancelled);
    }
    return count;
}

Session const* next_of(std::span<Session const> sessions) {
    Session const* next = nullptr;
    for (auto const& session : sessions)
        if (session.outcome == Outcome::planned && (!next || session.planned_on < next->planned_on))
            next = &session;
    return next;
}

std::optional<Date> last_delivered_on(std::span<Session const> sessions) {
    std::optional<Date> last;
    for (auto const& session : sessions)
        if (session.outcome == Outcome::delivered && (!last || *session.held_on > *last))
            last = session.held_on;
    return last;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::one_to_one_holds_one: return "One to one support has one place";
        case Refusal::group_holds_several: return "A group has at least 2 places; choose one to one for 1";
        case Refusal::group_too_large:
            return "The policy in force allows fewer children in a group; enter fewer places";
        case Refusal::size_needs_reason:
            return "The group is smaller than the policy says; enter why, or choose another number of places";
        case Refusal::length_needs_reason:
            return "The length differs from the policy's; enter why, or choose another number of weeks";
        case Refusal::length_needs_the_senco:
            return "That is longer than the policy says; ask the SENCo, who adds such weeks on this page and "
                   "says why";
        case Refusal::starts_in_the_past: return "Enter a first day that is today or later";
        case Refusal::starts_that_day_already: return "It is to start on that day already; enter another day";
        case Refusal::starts_too_late:
            return "From that day on the terms on record have too few weeks for its sessions; enter an "
                   "earlier day, or add the next term";
        case Refusal::started_already:
            return "The programme has started; a session that cannot be held is put off on its own page";
        case Refusal::school_closed_that_day: return "The school is closed on that day; enter a school day";
        case Refusal::terms_end_before:
            return "The terms on record end before the last session; add the next term, or choose fewer "
                   "weeks";
        case Refusal::no_policy_in_force:
            return "No policy version is in force on that day; add one under School";
        case Refusal::not_trained:
            return "Nurture training is not in force for this person; choose another, or record the training";
        case Refusal::not_trained_then:
            return "Nurture training is not in force for this person on that day; choose another, or record "
                   "the "
                   "training";
        case Refusal::deliverer_has_left:
            return "Who delivers this has left, or is no Nurture Assistant any more; choose somebody else to "
                   "deliver it first";
        case Refusal::changes_in_the_past: return "Enter a day that is today or later";
        case Refusal::nothing_changes:
            return "All of this is so already; choose another person, room, weekday or time";
        case Refusal::weekday_beyond_the_terms:
            return "The terms on record have too few such days for the sessions that are left; choose "
                   "another "
                   "weekday, or add the next term";
        case Refusal::completed: return "The programme is completed";
        case Refusal::no_place_left: return "Every place is taken; choose another programme";
        case Refusal::form_needs_reason:
            return "Another form of support was chosen at prioritisation; enter why this one is right all "
                   "the "
                   "same";
        case Refusal::few_weeks_need_reason:
            return "Fewer weeks are left than the policy says; enter why the child joins all the same, or "
                   "choose another programme";
        case Refusal::no_consent_in_force: return "Consent is not in force today; see where it stands first";
        case Refusal::consent_to_another_form:
            return "The yes that stands is to the other form of support; write the parents a new letter "
                   "about "
                   "this one first";
        case Refusal::has_a_place: return "The child has a place in a programme already; end that one first";
        case Refusal::step_out_of_order: return "An earlier step of the case comes first";
        case Refusal::not_started: return "The programme has not started; start it first";
        case Refusal::starts_later: return "The programme can start on its first day, not before";
        case Refusal::few_children_need_reason:
            return "Fewer children would start than the policy says for a group; the SENCo writes why on "
                   "this page first, or it waits until more can start";
        case Refusal::nobody_allocated: return "Nobody has a place yet; allocate a child first";
        case Refusal::nobody_left_to_start: return "Every child has started already";
        case Refusal::target_without_words:
            return "A child has no target in their own words yet; write each target down first";
        case Refusal::last_target:
            return "A child keeps at least one target; add another before this one ends";
        case Refusal::sessions_still_planned:
            return "A session is still planned; record each as delivered or not held first";
        case Refusal::nothing_delivered:
            return "No session was delivered; end the places first, and complete the programme then";
        case Refusal::not_longer: return "Enter more weeks than the programme has";
        case Refusal::somebody_had_a_place:
            return "A child has had a place in this programme, so it stays; end the places, and complete it";
        case Refusal::session_was_held:
            return "A session of this programme was held, so it stays; complete it instead";
        case Refusal::place_ended: return "The place has ended";
        case Refusal::changed_meanwhile:
            return "Someone changed this in the meantime; look at it again and repeat your change";
        case Refusal::measured_already: return "This has been measured already; the first measure stands";
    }
    return {};
}

}  // namespace programmes
