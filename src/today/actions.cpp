#include "today/actions.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "referrals/concern_rules.hpp"
#include "story/rules.hpp"
#include "today/gathering_actions.hpp"
#include "today/raised_store.hpp"
#include "today/rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

using visits::Permission;
using visits::Role;

// The SENCo has every concern before them anyway; who delivers has on the list of referrals those that are
// for the meeting, or of children whom they support.
bool follows_own_concerns(visits::Who const& who) {
    return who.may(Permission::raise_concern) && !who.holds(Role::senco) &&
           !who.holds(Role::nurture_assistant);
}

// The SENCo has them among the cases.
bool may_answer_parents(visits::Who const& who) {
    return (who.may(Permission::teach_class) || who.holds(Role::headteacher)) && !who.holds(Role::senco);
}

// Who decides knows of it already.
void add_declined(Visit& visit, Day& day) {
    auto const since = calendar::start_of(visit.today - referrals::a_decision_stays);
    for (auto const& one : store::declined(visit.db, visit.school, visit.staff(), since)) {
        auto const child = day.duty.names(one.pupil, one.name);
        if (!child) continue;
        auto const path = "/concerns/" + one.concern;
        day.items.push_back(
            {.about = *child,
             .title = "Your concern about " + child->in_full() + " is not taken up for now",
             .path = path,
             .detail =
                 "Decided on " + calendar::weekday_day_month(calendar::local_date(one.at)) + ": " + one.why,
             .act =
                 Act{.opens = {},
                     .path = path + "/decision-read",
                     .label = {},
                     .field = {},
                     .button = "I have read it",
                     .carries = {{"from", "today"}}}}
        );
    }
}

bool hears_of_trainings(visits::Who const& who) {
    return who.may(Permission::run_school) || who.may(Permission::deliver) || who.holds(Role::senco);
}

// Half a term: who wrote a concern hears within it how it ended.
constexpr int days_told_of_an_end = 6 * calendar::days_in_week;

std::vector<std::string> asked_about(PupilId const& pupil, std::vector<Item> const& items) {
    std::vector<std::string> asked;
    for (auto const& item : items)
        if (item.about.child() && item.about.child()->id() == pupil && !item.asked.empty() &&
            std::ranges::find(asked, item.asked) == asked.end())
            asked.push_back(item.asked);
    return asked;
}

std::string told_to_class_teacher(
    cases::Facts const& facts, std::vector<std::string> const& asked, Date today
) {
    auto const status = cases::status_of(facts, today);
    return text::joined(
        {story::standing_for_class_teacher(facts, status),
         story::all_for_class_teacher(status, today, asked)},
        " "
    );
}

// Who teaches the child hears where the case stands; that takes the facts of those cases.
void add_raised(Visit& visit, Day& day) {
    auto const since = calendar::start_of(visit.today - days_told_of_an_end);
    day.raised = raised_store::raised_by(visit.db, visit.school, visit.staff(), since, visit.today);
    if (day.raised.empty() || !visit.who.may(Permission::teach_class)) return;
    need_to_know::Sight const sight(visit);
    std::map<CaseId, std::string> sentences;
    for (auto const& one : cases::store::open_raised_by(visit.db, visit.school, visit.staff(), visit.today)) {
        auto const access = sight.of_case(one.pupil, one.id);
        if (access && access->sees(need_to_know::Zone::progress))
            sentences.emplace(
                one.id, told_to_class_teacher(one.facts, asked_about(one.pupil.id, day.items), visit.today)
            );
    }
    for (auto& one : day.raised)
        if (auto const found = sentences.find(one.the_case); found != sentences.end())
            one.sentence = found->second;
}

// Who may record its review is asked for it; head and governors read how it stands.
void add_policy(Visit& visit, Day& day) {
    auto const& who = visit.who;
    bool const reviews = who.may(Permission::review_policy);
    bool const reads = who.holds(Role::headteacher) || who.holds(Role::governor);
    if (!reviews && !reads) return;
    auto const policy = policy_that_stands(visit);
    if (policy && reviews) add_policy_review(*policy, day);
    if (reads) day.policy = policy;
}

// Who may have been told of an override.
bool answers_for_safeguarding(visits::Who const& who) {
    return who.holds(Role::safeguarding_lead) || who.holds(Role::headteacher) || who.holds(Role::senco);
}

// Whoever works here and is a parent or carer too hears nothing of their own child as one of the staff: the
// day's duty does not name them.
void name_children(Day& day) {
    auto const name = [&](auto& rows) {
        for (auto& one : rows) one.child = day.duty.names(one.pupil, one.name);
        std::erase_if(rows, [](auto const& one) { return !one.child; });
    };
    name(day.out_of_class);
    name(day.withdrawn);
    name(day.raised);
    name(day.opened);
}

// Whatever waits is found before it is known of whom this person may be told.
void gather_closed(Visit& visit, Day& day) {
    auto const& who = visit.who;
    db::WordsStayClosed const closed(visit.db);
    if (who.may(Permission::deliver)) add_delivering(visit, day);
    if (who.may(Permission::teach_class)) add_teaching(visit, day);
    if (may_answer_parents(who)) add_parents_who_wait(visit, day);
    if (who.may(Permission::decide_dispute)) add_coordinating(visit, day);
    bool const renewing = hears_of_trainings(who) && add_trainings(visit, day);
    if (who.may(Permission::run_school)) add_running_the_school(visit, day, renewing);
    if (follows_own_concerns(who)) add_raised(visit, day);
    if (who.may(Permission::raise_concern) && !who.may(Permission::coordinate)) add_declined(visit, day);
    if (answers_for_safeguarding(who)) add_overrides(visit, day);
    if (who.may(Permission::open_case))
        day.opened = store::opened_by(visit.db, visit.school, visit.staff(), visit.now);
    add_policy(visit, day);
    add_second_way(visit, day);
    name_children(day);
    day.withdrawn = each_once(std::move(day.withdrawn));
}

void note_read(Visit const& visit, Day const& day) {
    auto children = day.named_in_programmes;
    for (auto const& one : day.out_of_class) children.emplace_back(one.child.value());
    for (auto const& one : day.withdrawn) children.emplace_back(one.child.value());
    for (auto const& one : day.raised) children.emplace_back(one.child.value());
    for (auto const& one : day.opened) children.emplace_back(one.child.value());
    for (auto const& one : day.items)
        if (one.about.child()) children.push_back(*one.about.child());
    need_to_know::note_list(visit, children);
    day.duty.tells_of(visit, children);
}

void open_words(Visit const& visit, Day& day) {
    auto const open = [&](std::string& words) { words = visit.db.opened(words); };
    for (auto& item : day.items) {
        open(item.detail);
        if (!item.act) continue;
        open(item.act->label);
        for (auto& [name, value] : item.act->carries) open(value);
    }
    for (auto& one : day.withdrawn) open(one.words);
    for (auto& one : day.raised) open(one.ended);
}

}  // namespace

Day gather(Visit& visit) {
    auto const& who = visit.who;
    Day day{
        .today = visit.today,
        .duty = need_to_know::Duty::to_own_work(visit),
        .may_open_lists = who.may(Permission::work_on_cases),
        .may_raise_concern = who.may(Permission::raise_concern)};
    gather_closed(visit, day);
    if (who.may(Permission::decide_dispute)) add_data_requests(visit, day);
    note_read(visit, day);
    open_words(visit, day);
    day.work = in_order(day.items, visit.today);
    return day;
}

}  // namespace today
