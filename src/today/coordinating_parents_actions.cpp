#include <algorithm>
#include <set>

#include "cases/rules.hpp"
#include "letters/recording.hpp"
#include "letters/today_store.hpp"
#include "today/coordinating_actions.hpp"
#include "today/rules.hpp"

// What the SENCo has to do with parents.
namespace today {
namespace {

std::string of_case(CaseId const& the_case, std::string_view form) {
    return "/cases/" + std::string(the_case.text()) + "/" + std::string(form);
}

// "Helen Marsden (Connie)"; the child as everywhere on this page.
std::string parent_of(
    std::vector<Standing> const& all, CaseId const& the_case, std::string const& contact_name
) {
    auto const one = std::ranges::find(all, the_case, &Standing::id);
    return one == all.end() ? contact_name : contact_name + " (" + one->about.forename + ")";
}

// Sessions go on, and would stop with the yes: the letter is due by its last day.
void add_renewals(Visit const& visit, Day& day, std::vector<Standing> const& all) {
    for (auto const& one : all)
        if (auto const renewal = cases::renewal_of(one.facts, visit.today); renewal && !renewal->asked)
            day.items.push_back(
                {.title = "Ask " + one.about.forename + "'s parents again",
                 .path = of_case(one.id, "letters"),
                 .detail = "Consent holds until " + calendar::in_words(renewal->holds_until) +
                           "; sessions stop with it.",
                 .due_on = renewal->holds_until,
                 .may_begin = true,
                 .kind = "Ask the parents again",
                 .child = one.about.forename}
            );
}

// Parents are waited for only where their answer is what the case waits for.
void add_parents(Visit& visit, Day& day, std::vector<Standing> const& all) {
    std::set<CaseId> awaiting;
    for (auto const& one : all)
        if (one.status.owner == cases::Owner::parent || cases::renewal_of(one.facts, visit.today))
            awaiting.insert(one.id);
    for (auto const& one : letters::today_store::unanswered(visit.db, visit.school)) {
        if (!awaiting.contains(one.case_id)) continue;
        auto const asked = "Asked on " + calendar::in_words(calendar::local_date(one.first_asked_at));
        auto const again =
            one.times > 1 ? ", last on " + calendar::in_words(calendar::local_date(one.last_asked_at)) : "";
        day.items.push_back(
            {.title = one.contact_name + ", to answer the letter about " + one.child,
             .path = letters::path_to_record(one.case_id, one.contact),
             .detail = asked + again + ".",
             .waiting = calendar::local_date(one.first_asked_at),
             .act =
                 Act{.opens = {},
                     .path = of_case(one.case_id, "letters?to=" + std::string(one.contact.text())),
                     .label = {},
                     .field = {},
                     .button = "Remind",
                     .leads = true},
             .kind = "Parents, to answer a letter",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
    }
}

// One place alone says it: the news while there is time to decide what follows, and then the task that is
// late.
bool leads_on_from(Withdrawn& news, std::vector<Item>& items, std::string const& way_on, Date today) {
    auto const task = std::ranges::find(items, way_on, &Item::path);
    if (task == items.end()) return true;
    if (day_of(*task, today) < today) return false;
    news.way_on = way_on;
    news.due_on = task->due_on;
    items.erase(task);
    return true;
}

// As long as it stands: a new yes or a decision sets it aside.
void add_withdrawals(Visit const& visit, Day& day, std::vector<Standing> const& all) {
    std::set<CaseId> standing;
    for (auto const& one : all)
        if (cases::consent_of(one.facts, visit.today) == consent::Standing::withdrawn)
            standing.insert(one.id);
    auto const since = visit.today - a_withdrawal_stays;
    std::vector<Withdrawn> told;
    std::set<CaseId> known;
    for (auto& one : letters::today_store::withdrawals_since(visit.db, visit.school, since)) {
        if (!standing.contains(one.case_id) || !known.insert(one.case_id).second) continue;
        Withdrawn news{
            .pupil = one.pupil,
            .name = std::move(one.child),
            .on = one.said_on,
            .by = std::move(one.contact_name),
            .words = std::move(one.words),
            .path = of_case(one.case_id, "consent")};
        if (leads_on_from(news, day.items, of_case(one.case_id, "closing"), visit.today))
            told.push_back(std::move(news));
    }
    // Before what the same person is told as the deliverer or class teacher.
    day.withdrawn.insert(day.withdrawn.begin(), told.begin(), told.end());
}

// A reminder beside a letter that went has no day of its own.
std::optional<Date> to_hand_over_by(std::vector<Standing> const& all, CaseId const& the_case) {
    auto const found = std::ranges::find(all, the_case, &Standing::id);
    bool const waits = found != all.end() && found->status.owner == cases::Owner::senco &&
                       found->status.stage == cases::Stage::awaiting_answer;
    return waits ? found->status.due_on : std::nullopt;
}

void add_letters(Visit& visit, Day& day, std::vector<Standing> const& all) {
    using namespace letters::today_store;
    for (auto const& one : locked_links(visit.db, visit.school))
        day.items.push_back(
            {.title = "Send " + one.contact_name + " a new link",
             .path = of_case(one.case_id, "letters"),
             .detail = "Too many wrong tries ended the one about " + one.child + ".",
             .kind = "Send a new link",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
    for (auto const& one : to_print(visit.db, visit.school)) {
        auto const path = "/letters/" + std::string(one.letter.text());
        day.items.push_back(
            {.title = "Print the letter to " + one.contact_name + " about " + one.child,
             .path = path,
             .detail = "Made on " + calendar::weekday_day_month(calendar::local_date(one.made_at)) +
                       ". Once it is printed and handed over, say so here.",
             .due_on = to_hand_over_by(all, one.case_id),
             .act =
                 Act{.opens = {},
                     .path = path + "/printing",
                     .label = {},
                     .field = {},
                     .button = "Printed and handed over",
                     .carries = {{"from", "today"}}},
             .kind = "Print letters",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
    }
    for (auto const& one : undelivered(visit.db, visit.school))
        day.items.push_back(
            {.title = "Write to " + one.contact_name + " another way",
             .path = of_case(one.case_id, "letters"),
             .detail = "The e-mail about " + one.child + " could not be delivered.",
             .kind = "Write another way",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
}

}  // namespace

void add_parents_and_letters(Visit& visit, Day& day, std::vector<Standing> const& all) {
    add_renewals(visit, day, all);
    add_parents(visit, day, all);
    add_withdrawals(visit, day, all);
    add_letters(visit, day, all);
}

}  // namespace today
