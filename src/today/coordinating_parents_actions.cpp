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
                {.about = one.child,
                 .title = "Ask " + one.about.forename + "'s parents again",
                 .path = of_case(one.id, "letters"),
                 .detail = "Consent holds until " + calendar::in_words(renewal->holds_until) +
                           "; sessions stop with it.",
                 .due_on = renewal->holds_until,
                 .may_begin = true,
                 .kind = "Ask the parents again",
                 .child = one.about.forename}
            );
}

// Who was asked and has not answered, on whichever way their letter is.
struct AskedParents {
    std::vector<letters::today_store::Unanswered> unanswered;
    std::vector<letters::today_store::ToPrint> to_print;
};

bool is_awaited(Standing const& one, Date today) {
    return one.status.owner == cases::Owner::parent || cases::renewal_of(one.facts, today);
}

// As the list of referrals says it. While sessions go on by a yes that holds, the new one has no day.
std::optional<Date> to_answer_by(Standing const& one) {
    return one.status.owner == cases::Owner::parent ? one.status.due_on : std::nullopt;
}

Item waits_for(
    letters::today_store::Unanswered const& one, Standing const& standing, std::vector<Standing> const& all
) {
    auto const asked = "Asked on " + calendar::in_words(calendar::local_date(one.first_asked_at));
    auto const again =
        one.times > 1 ? ", last on " + calendar::in_words(calendar::local_date(one.last_asked_at)) : "";
    return {
        .about = standing.child,
        .title = one.contact_name + ", to answer the letter about " + standing.child.in_full(),
        .path = letters::path_to_record(one.case_id, one.contact),
        .detail = asked + again + ".",
        .due_on = to_answer_by(standing),
        .waiting = calendar::local_date(one.first_asked_at),
        .act =
            Act{.opens = {},
                .path = of_case(one.case_id, "letters?to=" + std::string(one.contact.text())),
                .label = {},
                .field = {},
                .button = "Remind",
                .leads = true},
        .kind = "Parents, to answer a letter",
        .child = parent_of(all, one.case_id, one.contact_name)};
}

// Parents are waited for only where their answer is what the case waits for, and while they have a say.
void add_parents(Visit const& visit, Day& day, std::vector<Standing> const& all, AskedParents const& asked) {
    for (auto const& one : asked.unanswered) {
        auto const standing = std::ranges::find(all, one.case_id, &Standing::id);
        if (standing == all.end() || !one.still_asked || !is_awaited(*standing, visit.today)) continue;
        day.items.push_back(waits_for(one, *standing, all));
    }
}

template <typename Line>
bool some_of(std::vector<Line> const& lines, CaseId const& the_case, bool still_asked) {
    return std::ranges::any_of(lines, [&](Line const& line) {
        return line.case_id == the_case && line.still_asked == still_asked;
    });
}

// The case waits for an answer that nobody is asked for any more.
void add_cases_with_nobody_left(
    Visit const& visit, Day& day, std::vector<Standing> const& all, AskedParents const& asked
) {
    for (auto const& one : all) {
        bool const waits = is_awaited(one, visit.today) || one.status.stage == cases::Stage::awaiting_answer;
        auto const some_are = [&](bool still_asked) {
            return some_of(asked.unanswered, one.id, still_asked) ||
                   some_of(asked.to_print, one.id, still_asked);
        };
        if (!waits || some_are(true) || !some_are(false)) continue;
        day.items.push_back(
            {.about = one.child,
             .title = "Ask another parent or carer of " + one.about.forename,
             .path = of_case(one.id, "letters"),
             .detail = "Whoever was asked has no say for the child any more.",
             .kind = "Ask another parent or carer",
             .child = one.about.forename}
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

void add_locked_links(Visit& visit, Day& day, std::vector<Standing> const& all) {
    for (auto const& one : letters::today_store::locked_links(visit.db, visit.school)) {
        auto const child = day.duty.names(one.pupil, one.child);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Send " + one.contact_name + " a new link",
             .path = of_case(one.case_id, "letters"),
             .detail = "Too many wrong tries ended the one about " + child->in_full() + ".",
             .kind = "Send a new link",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
    }
}

void add_letters_to_print(Day& day, std::vector<Standing> const& all, AskedParents const& asked) {
    for (auto const& one : asked.to_print) {
        auto const child = day.duty.names(one.pupil, one.child);
        if (!one.still_asked || !child) continue;
        auto const path = "/letters/" + std::string(one.letter.text());
        day.items.push_back(
            {.about = *child,
             .title = "Print the letter to " + one.contact_name + " about " + child->in_full(),
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
}

void add_undelivered(Visit& visit, Day& day, std::vector<Standing> const& all) {
    for (auto const& one : letters::today_store::undelivered(visit.db, visit.school)) {
        auto const child = day.duty.names(one.pupil, one.child);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Write to " + one.contact_name + " another way",
             .path = of_case(one.case_id, "letters"),
             .detail = "The e-mail about " + child->in_full() + " could not be delivered.",
             .kind = "Write another way",
             .child = parent_of(all, one.case_id, one.contact_name)}
        );
    }
}

}  // namespace

void add_parents_and_letters(Visit& visit, Day& day, std::vector<Standing> const& all) {
    AskedParents const asked{
        .unanswered = letters::today_store::unanswered(visit.db, visit.school),
        .to_print = letters::today_store::to_print(visit.db, visit.school)};
    add_renewals(visit, day, all);
    add_parents(visit, day, all, asked);
    add_cases_with_nobody_left(visit, day, all, asked);
    add_withdrawals(visit, day, all);
    add_locked_links(visit, day, all);
    add_letters_to_print(day, all, asked);
    add_undelivered(visit, day, all);
}

}  // namespace today
