#include "change/asking_actions.hpp"
#include "consent/rules.hpp"
#include "impact/actions.hpp"
#include "liaison/message_store.hpp"
#include "liaison/rules.hpp"
#include "liaison/store.hpp"
#include "measures/taking_actions.hpp"
#include "need_to_know/actions.hpp"
#include "openings/openings.hpp"
#include "programmes/view_actions.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "schools/store.hpp"
#include "today/gathering_actions.hpp"
#include "today/rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

std::string path_of(liaison::QuestionId const& question) {
    return "/questions/" + std::string(question.text());
}

std::string path_of(liaison::ParentMessageId const& message) {
    return "/parent-messages/" + std::string(message.text());
}

Item to_answer(
    need_to_know::Named const& child, liaison::Question const& question, schools::OpenDays const& open
) {
    return {
        .about = child,
        .title = "Answer about " + child.in_full(),
        .path = path_of(question.id),
        .detail = question.asked_by_name + " asks: " + question.words,
        .due_on = liaison::answered_by(question.asked_at, open),
        .act =
            Act{.opens = "Answer here",
                .path = path_of(question.id),
                .label = question.words,
                .field = "answer",
                .button = "Send the answer",
                .carries = {{"from", "today"}}},
        .asked = "answer a question"};
}

// As it stands it goes with one click where e-mail is set up; changed words, spoken words and paper have the
// message's own page.
Item to_see_to(
    need_to_know::Named const& child,
    liaison::ParentMessage const& message,
    bool sends_mail,
    schools::OpenDays const& open
) {
    Item item{
        .about = child,
        .title = "A message to " + message.contact_name,
        .path = path_of(message.id),
        .detail = message.written_by_name + " writes about " + child.in_full() + ": " + message.words,
        .due_on = liaison::seen_to_by(message.written_at, open),
        .asked = "see to a message to " + message.contact_name};
    if (sends_mail && !message.contact_address.empty())
        item.act =
            Act{.opens = {},
                .path = item.path,
                .label = {},
                .field = {},
                .button = "Send it as it stands",
                .carries = {{"way", "sent"}, {"words", message.words}, {"from", "today"}}};
    return item;
}

// Asked of the school's calendar only where something waits.
void add_questions_and_messages(Visit& visit, Day& day) {
    auto const questions = liaison::store::questions_for(visit.db, visit.school, visit.staff(), visit.today);
    auto const messages =
        liaison::message_store::waiting_for(visit.db, visit.school, visit.staff(), visit.today);
    if (questions.empty() && messages.empty()) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto const& question : questions) {
        auto const child =
            day.duty.reads(visit, question.pupil, question.pupil_name, "You see this because you are asked.");
        if (child) day.items.push_back(to_answer(*child, question, open));
    }
    for (auto const& message : messages) {
        auto const child = day.duty.reads(
            visit, message.pupil, message.pupil_name, "You see this because you see to a message."
        );
        if (child) day.items.push_back(to_see_to(*child, message, visit.sends_mail, open));
    }
}

void add_measures(Visit& visit, Day& day) {
    for (auto const& measure : programmes::measures_due(visit)) {
        auto const child = day.duty.names(measure.place.pupil);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Give the measure before the programme for " + child->in_full(),
             .path = programmes::path_of(measure.place.id) + "/measure",
             .detail = "How each target of “" + measure.programme_name + "” stands before it begins.",
             .due_on = measure.first_day_on,
             .fresh = measure.place.allocated_on == visit.today,
             .asked = "give the measure before the programme"}
        );
    }
}

void add_impact_reviews(Visit& visit, Day& day) {
    for (auto const& review : impact::reviews_of_my_classes(visit)) {
        if (!review.due.open && review.due.days_late == 0) continue;
        auto const child = day.duty.names(review.place.pupil);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Measure the impact for " + child->in_full(),
             .path = impact::review_path(review.place.id),
             .detail = "“" + review.programme_name + "”, open from " +
                       calendar::weekday_day_month(review.due.opens_on) + " to " +
                       calendar::weekday_day_month(review.due.closes_on) + ".",
             .due_on = review.due.closes_on,
             .may_begin = true,
             .asked = "measure the impact"}
        );
    }
}

std::string why_rated(change::ToRate const& rating, std::string const& forename) {
    if (rating.phase == change::Phase::during)
        return "The same few ratings as before the programme, so that its weeks can be seen beside those.";
    auto const why =
        "While " + forename + " waits: three weekly ratings show how things stood before the programme.";
    return rating.is_first ? why + " It takes a minute, and nothing waits for it." : why;
}

// A week that is over without one is not asked for again, so that nothing of this is ever overdue.
void add_weekly_ratings(Visit& visit, Day& day) {
    for (auto const& rating : change::actions::to_rate_this_week(visit)) {
        auto const child = day.duty.names(rating.pupil, rating.name);
        if (!child) continue;
        bool const waits = rating.phase == change::Phase::before;
        day.items.push_back(
            {.about = *child,
             .title = "Rate this week for " + child->in_full() +
                      (waits ? ": " + std::to_string(rating.number) + " of " +
                                   std::to_string(change::ratings_before)
                             : ""),
             .path = change::path_of(rating),
             .detail = why_rated(rating, child->forename()),
             .due_on = rating.by_on,
             .may_begin = true}
        );
    }
}

// Where a yes has run out, the session is not the child's.
void add_out_of_class(Visit& visit, Day& day) {
    auto const monday = calendar::monday_of(visit.today);
    for (auto& one :
         store::out_of_class(visit.db, visit.school, visit.staff(), visit.today, monday, monday + 6))
        if (consent::in_force_to(one.answers, one.form, one.child.on))
            day.out_of_class.push_back(std::move(one.child));
}

}  // namespace

void add_parents_who_wait(Visit& visit, Day& day) {
    auto const waiting =
        referrals::concern_store::parents_who_wait_for(visit.db, visit.school, visit.staff(), visit.today);
    if (waiting.empty()) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto const& one : waiting) {
        auto const child = day.duty.names(one.pupil, one.pupil_name);
        if (!child) continue;
        auto const who = one.written_by == visit.staff() ? std::string("You") : one.written_by_name;
        auto const on = calendar::weekday_day_month(calendar::local_date(one.written_at));
        auto const path = "/concerns/" + std::string(one.id.text());
        bool const opens_first =
            visit.who.holds(visits::Role::headteacher) && one.written_by != visit.staff();
        day.items.push_back(
            {.about = *child,
             .title = "Answer the parent who raised a concern about " + child->in_full(),
             .path = opens_first ? openings::opening_path_then(one.pupil, path) : path,
             .detail = who + " wrote it down on " + on +
                       ". The SENCo is asked too: whoever speaks with the "
                       "parent notes it there.",
             .due_on = referrals::parent_answered_by(one.written_at, open),
             .asked = "answer the parent who raised a concern"}
        );
    }
}

void add_teaching(Visit& visit, Day& day) {
    day.teaches = true;
    add_questions_and_messages(visit, day);
    add_measures(visit, day);
    add_impact_reviews(visit, day);
    add_weekly_ratings(visit, day);
    auto const lately = store::withdrawn_of_class(
        visit.db, visit.school, visit.staff(), visit.today, visit.today - a_withdrawal_stays
    );
    day.withdrawn.insert(day.withdrawn.end(), lately.begin(), lately.end());
    add_out_of_class(visit, day);
    day.to_measure = measures::actions::still_to_take(visit);
}

}  // namespace today
