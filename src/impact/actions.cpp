#include "impact/actions.hpp"

#include <algorithm>

#include "cases/actions.hpp"
#include "need_to_know/rules.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/concern_store.hpp"
#include "schools/store.hpp"

namespace impact {
namespace {

using records::text_of;

Due due_from(
    store::Basis const& basis, Date completed_on, Date today, std::optional<schools::OpenDays> const& days
) {
    auto const last = basis.last_delivered_on.value_or(completed_on);
    auto const window =
        cases::impact_window(last, basis.opens_weeks, basis.closes_weeks, days ? &*days : nullptr);
    return due_on(window, today);
}

void record(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string subject_id,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = subject,
         .subject_id = std::move(subject_id),
         .case_id = text_of(the_case),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

Refusal why_not_taken(cases::Refusal refusal) {
    return refusal == cases::Refusal::closed ? Refusal::case_closed : Refusal::step_out_of_order;
}

bool teaches(Visit const& visit, pupils::Pupil const& pupil) {
    return pupil.class_id && visit.who.teaches(*pupil.class_id);
}

}  // namespace

std::optional<Due> due_for(Visit& visit, PlaceId const& place) {
    auto const basis = store::basis_of(visit.db, visit.school, place);
    if (!basis || !basis->completed_on) return std::nullopt;
    auto const days = schools::store::days_that_count(visit.db, visit.school);
    return due_from(*basis, *basis->completed_on, visit.today, days);
}

Expected<ImpactReviewId, Refusal> review(
    Visit& visit, programmes::Place const& place, Review const& written
) {
    auto const due = due_for(visit, place.id);
    auto const objection = objection_to_reviewing(
        {.completed = due.has_value(),
         .by_class_teacher = teaches(visit, place.pupil),
         .by_a_deliverer = store::delivered(visit.db, visit.school, place.id, visit.staff()),
         .reviewed = store::review_of(visit.db, visit.school, place.id).has_value()},
        due.value_or(Due{})
    );
    if (objection) return refuse(*objection);
    auto const targets = programmes::store::targets(visit.db, visit.school, place.id);
    if (auto const lack = what_it_lacks(written.ratings, targets)) return refuse(*lack);
    if (auto const taken = cases::take(visit, place.the_case, cases::Step::impact_review); !taken)
        return refuse(why_not_taken(taken.error()));

    ImpactReview review;
    review.id = visit.new_id<ImpactReviewId>();
    review.the_case = place.the_case;
    review.place = place.id;
    review.reviewer = visit.staff();
    review.reviewed_on = visit.today;
    review.words = written.words;
    review.outcome = written.outcome;
    store::add(visit.db, visit.school, review, visit.now);

    std::vector<records::FieldChange> fields{
        {"outcome", "", std::string(word(review.outcome))}, {"words", "", review.words}};
    for (auto const& target : targets) {
        auto const rating = std::ranges::find(written.ratings, target.id, &Rerating::target)->rating;
        programmes::store::add_measure(
            visit.db,
            visit.school,
            target.id,
            programmes::store::Occasion::after,
            rating,
            visit.staff(),
            visit.now
        );
        fields.push_back({"after " + text_of(target.id), "", std::to_string(rating)});
    }
    record(visit, records::Action::made, "impact_review", text_of(review.id), place.the_case, fields);
    return review.id;
}

Expected<void, Refusal> decide_next(
    Visit& visit, CaseId const& the_case, Next next, std::string const& reason, std::string const& what
) {
    if (store::next_step_of(visit.db, visit.school, the_case)) return refuse(Refusal::decided_already);
    if (store::parent_waits(visit.db, visit.school, the_case)) return refuse(Refusal::parent_unanswered);
    if (auto const taken = cases::take(visit, the_case, cases::Step::next_step, reason); !taken)
        return refuse(why_not_taken(taken.error()));
    NextStep step;
    step.id = visit.new_id<NextStepId>();
    step.next = next;
    step.what = what;
    step.reason = reason;
    step.made_at = visit.now;
    store::add(visit.db, visit.school, the_case, step, visit.staff());
    record(
        visit,
        records::Action::made,
        "next_step",
        text_of(step.id),
        the_case,
        {{"next", "", std::string(word(next))}, {"what", "", what}},
        reason
    );
    cases::close(visit, the_case, in_words(next, what));
    return {};
}

Expected<void, cases::Refusal> undo_review(Visit& visit, CaseId const& the_case, std::string const& reason) {
    auto undone = cases::undo(visit, the_case, cases::Step::impact_review, reason);
    if (!undone) return undone;
    if (auto const review = store::undo_review(visit.db, visit.school, the_case, visit.now))
        record(visit, records::Action::undone, "impact_review", text_of(*review), the_case, {}, reason);
    return undone;
}

Expected<void, cases::Refusal> undo_next_step(
    Visit& visit, CaseId const& the_case, std::string const& reason
) {
    auto undone = cases::undo(visit, the_case, cases::Step::next_step, reason);
    if (!undone) return undone;
    if (auto const decided = store::undo_next_step(visit.db, visit.school, the_case, visit.now))
        record(visit, records::Action::undone, "next_step", text_of(*decided), the_case, {}, reason);
    return undone;
}

referrals::ConcernInput next_concern(Visit& visit, CaseId const& the_case, NextStep const& decided) {
    referrals::ConcernInput input;
    input.source = referrals::Source::staff;
    input.parents_spoken_to = referrals::ParentsSpokenTo::not_yet;
    input.noticed_on = visit.today;
    for (auto const& concern : referrals::concern_store::of_case(visit.db, visit.school, the_case)) {
        input.attachment_figure = input.attachment_figure || concern.said.attachment_figure;
        for (auto const& area : concern.said.areas)
            if (std::ranges::find(input.areas, area) == input.areas.end()) input.areas.push_back(area);
    }
    input.seen = "Another programme was decided on " +
                 calendar::in_words(calendar::local_date(decided.made_at)) + ": " + decided.reason;
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);
    if (!place) return input;
    if (auto const review = store::review_of(visit.db, visit.school, place->id))
        input.seen += "\n\nThe class teacher saw on " + calendar::in_words(review->reviewed_on) + " (" +
                      std::string(in_words(review->outcome)) + "): " + review->words;
    auto const programme = programmes::store::find(visit.db, visit.school, place->programme);
    if (programme && place->ended_on)
        input.tried =
            "Nurture support: " + programme->name + ", until " + calendar::in_words(*place->ended_on) + ".";
    return input;
}

CheckInId ask_to_meet(Visit& visit, CaseId const& the_case, PupilId const& pupil, AskedBy asked_by) {
    CheckIn wish;
    wish.id = visit.new_id<CheckInId>();
    wish.asked_by = asked_by;
    wish.asked_on = visit.today;
    store::add(visit.db, visit.school, the_case, pupil, wish, visit.staff(), visit.now);
    record(
        visit,
        records::Action::made,
        "check_in",
        text_of(wish.id),
        the_case,
        {{"asked_by", "", std::string(word(asked_by))}}
    );
    return wish.id;
}

Expected<void, Refusal> log_meeting(
    Visit& visit,
    CaseId const& the_case,
    PupilId const& pupil,
    std::optional<CheckInId> const& asked,
    Date held_on,
    std::string const& line
) {
    if (auto const objection = objection_to_check_in(held_on, visit.today)) return refuse(*objection);
    auto const wish =
        asked ? store::check_in(visit.db, visit.school, the_case, *asked) : std::optional<CheckIn>{};
    if (wish && wish->held_on) return refuse(Refusal::held_already);

    CheckIn meeting;
    meeting.id = wish ? wish->id : visit.new_id<CheckInId>();
    meeting.asked_by = AskedBy::nurture_assistant;
    meeting.asked_on = held_on;
    meeting.held_on = held_on;
    meeting.line = line;
    if (wish)
        store::log(visit.db, visit.school, meeting.id, held_on, line);
    else
        store::add(visit.db, visit.school, the_case, pupil, meeting, visit.staff(), visit.now);
    record(
        visit,
        wish ? records::Action::changed : records::Action::made,
        "check_in",
        text_of(meeting.id),
        the_case,
        {{"held_on", "", calendar::iso(held_on)}, {"line", "", line}}
    );
    return {};
}

std::vector<ContactDue> contacts_of(Visit& visit) {
    std::vector<ContactDue> due;
    auto const weeks = need_to_know::weeks_in_touch + 1;  // one more: the days are those of the school
    auto const since = calendar::start_of(visit.today - weeks * calendar::days_in_week);
    for (auto& contact : store::contacts(visit.db, visit.school, visit.staff(), since)) {
        std::optional<Date> until;
        if (contact.closed_at) until = need_to_know::in_touch_until(calendar::local_date(*contact.closed_at));
        if (until && visit.today > *until) continue;
        auto const unseen = is_long_unseen(contact.completed_on, contact.last_seen_on, visit.today);
        due.push_back({std::move(contact), until, unseen});
    }
    std::ranges::stable_sort(due, {}, [](auto const& one) {
        auto const& contact = one.contact;
        return std::pair(!contact.asked_on.has_value(), contact.last_seen_on.value_or(contact.completed_on));
    });
    return due;
}

std::vector<ReviewDue> reviews_of_my_classes(Visit& visit) {
    std::vector<ReviewDue> due;
    auto const days = schools::store::days_that_count(visit.db, visit.school);
    for (auto& row : store::to_review(visit.db, visit.school, visit.staff(), visit.today)) {
        auto const when = due_from(row.basis, row.place.ended_on.value_or(visit.today), visit.today, days);
        due.push_back({std::move(row.place), std::move(row.programme_name), when});
    }
    std::ranges::stable_sort(due, {}, [](auto const& one) { return one.due.closes_on; });
    return due;
}

}  // namespace impact
