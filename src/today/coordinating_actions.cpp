#include "today/coordinating_actions.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "impact/impact.hpp"
#include "openings/openings.hpp"
#include "pupils/address_change_store.hpp"
#include "pupils/names.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/account_act_store.hpp"
#include "story/move_rules.hpp"
#include "today/gathering_actions.hpp"
#include "today/rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

using visits::Role;

struct ConcernsOf {
    referrals::ConcernId first;
    std::optional<referrals::concern_store::Headline> unanswered;  // the first of a parent
    std::vector<referrals::concern_store::Headline> by_others = {};
};

std::map<CaseId, ConcernsOf> concerns(Visit const& visit) {
    std::map<CaseId, ConcernsOf> by_case;
    for (auto const& one : referrals::concern_store::of_open_cases(visit.db, visit.school)) {
        auto& of_case = by_case.try_emplace(one.the_case, ConcernsOf{one.id, {}, {}}).first->second;
        if (one.answer_missing && !of_case.unanswered) of_case.unanswered = one;
        if (one.written_by != visit.staff()) of_case.by_others.push_back(one);
    }
    return by_case;
}

std::vector<Standing> standings(Visit const& visit, Day const& day) {
    std::vector<Standing> all;
    for (auto& one : cases::store::open(visit.db, visit.school, visit.today)) {
        auto const child = day.duty.names(one.pupil);
        if (!child) continue;
        story::About about{.the_case = one.id, .pupil = one.pupil.id, .forename = one.pupil.forename};
        about.placed_before =
            cases::standing(one.facts.steps, cases::Step::allocation) && one.facts.place_ended;
        all.push_back(
            {*child,
             one.id,
             one.pupil,
             std::move(about),
             cases::status_of(one.facts, visit.today),
             std::move(one.facts)}
        );
    }
    return all;
}

void tell_apart(std::vector<Standing>& standings) {
    std::vector<pupils::Pupil> children;
    for (auto const& one : standings) children.push_back(one.pupil);
    auto const names = pupils::told_apart(children);
    for (std::size_t at = 0; at < names.size(); ++at) standings[at].about.forename = names[at];
}

// What somebody saw or put in other words after the referral reaches the SENCo, however far the case has
// come.
void add_concerns_to_read(Day& day, Standing const& one, ConcernsOf const& concerns) {
    for (auto const& concern : concerns.by_others) {
        if (!referrals::waits_to_be_read(
                concern.written_at, concern.read_at, one.facts.steps, concern.reworded_at
            ))
            continue;
        bool const reworded =
            referrals::reworded_after_referral(concern.written_at, concern.reworded_at, one.facts.steps);
        auto const since = reworded ? *concern.reworded_at : concern.written_at;
        day.items.push_back(
            {.about = one.child,
             .title = (reworded ? "Read again the concern about " : "Read the new concern about ") +
                      one.about.forename,
             .path = "/concerns/" + std::string(concern.id.text()),
             .detail = (reworded ? "Its words were changed on " : "Written on ") +
                       calendar::weekday_day_month(calendar::local_date(since)) + ", after the referral.",
             .kind = "Read new concerns",
             .child = one.about.forename}
        );
    }
}

// Asked of the school's calendar only where a parent waits.
void add_unanswered_parents(
    Visit const& visit,
    Day& day,
    std::vector<Standing> const& all,
    std::map<CaseId, ConcernsOf> const& by_case
) {
    bool const some_wait =
        std::ranges::any_of(by_case, [](auto const& one) { return one.second.unanswered.has_value(); });
    if (!some_wait) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto const& one : all) {
        auto const known = by_case.find(one.id);
        if (known == by_case.end() || !known->second.unanswered) continue;
        auto const& concern = *known->second.unanswered;
        day.items.push_back(
            {.about = one.child,
             .title = "Answer the parent who raised a concern about " + one.about.forename,
             .path = "/concerns/" + std::string(concern.id.text()),
             .detail = "The class teacher may answer too; the case is closed only with an answer.",
             .due_on = referrals::parent_answered_by(concern.written_at, open),
             .kind = "Answer parents who raised a concern",
             .child = one.about.forename}
        );
    }
}

void add_cases(Visit& visit, Day& day, std::vector<Standing>& all) {
    auto const by_case = concerns(visit);
    for (auto& one : all) {
        auto const known = by_case.find(one.id);
        if (known != by_case.end()) one.about.first_concern = known->second.first;
        if (auto item = for_senco(one.child, one.status, one.about, one.facts, visit.today)) {
            item->fresh = came_today(one.facts, visit.staff(), visit.today);
            day.items.push_back(std::move(*item));
        }
        if (known != by_case.end()) add_concerns_to_read(day, one, known->second);
    }
    add_unanswered_parents(visit, day, all, by_case);
}

// The headteacher opens the case on the way.
void add_disputes(Visit const& visit, Day& day, std::vector<Standing> disputes) {
    std::erase_if(disputes, [](Standing const& one) { return one.status.stage != cases::Stage::in_dispute; });
    tell_apart(disputes);
    for (auto const& one : disputes) {
        auto const move = story::move_in(one.status, one.about);
        day.items.push_back(
            {.about = one.child,
             .title = move->title,
             .path = openings::opening_path_then(one.about.pupil, move->path),
             .detail = one.status.sentence,
             .due_on = one.status.due_on,
             .fresh = came_today(one.facts, visit.staff(), visit.today),
             .kind = "Decide where parents differ",
             .child = one.about.forename,
             .asked = "decide where parents differ"}
        );
    }
}

constexpr int days_told_of_what_came_before = 28;

// Who runs the accounts could become anybody, so what they do is told until it is known.
// What came before a reader's role is told for some weeks, and is for another to tick.
void add_account_acts(Visit& visit, Day& day) {
    auto acts = staff::store::unknown_to(visit.db, visit.school, visit.staff());
    auto const long_ago = calendar::start_of(visit.today - days_told_of_what_came_before);
    std::erase_if(acts, [&](auto const& act) { return act.before_role && act.made_at < long_ago; });
    if (acts.empty()) return;
    std::stable_partition(acts.begin(), acts.end(), [](auto const& act) { return !act.before_role; });
    auto const others = static_cast<long>(acts.size()) - 1;
    Item item{
        .about = no_child,
        .title = acts.front().before_role ? "Read what was done to accounts before you had your role"
                                          : "Say that you know of a change to accounts",
        .path = std::string(staff::account_acts_path),
        .detail = staff::in_words(acts.front())};
    if (others > 0) item.detail += " And " + text::counted(others, "more", "more") + ".";
    day.items.push_back(std::move(item));
}

// The next letter's link would go to an address that nobody has looked at.
void add_address_changes(Visit& visit, Day& day) {
    auto const changes = pupils::address_change_store::unseen(visit.db, visit.school, visit.staff());
    if (changes.empty()) return;
    auto const others = static_cast<long>(changes.size()) - 1;
    auto const& first = changes.front();
    auto const child = day.duty.names(first.pupil, first.pupil_name);
    if (!child) return;
    Item item{
        .about = *child,
        .title = "See that the e-mail address of " + first.contact_name + ", for " + child->in_full() +
                 ", was changed",
        .path = std::string(pupils::address_changes_path),
        .detail = pupils::in_words(first)};
    if (others > 0) item.detail += " And " + text::counted(others, "more", "more") + ".";
    day.items.push_back(std::move(item));
}

constexpr int a_decision_stands = 365;  // days; a year later another programme is a new question

// Another programme is a decision that nothing follows by itself. The next concern is to be raised in the
// time that is given for deciding about one.
void add_next_concerns(Visit& visit, Day& day) {
    auto const since = calendar::start_of(visit.today - a_decision_stands);
    auto const decided = store::next_concerns(visit.db, visit.school, since);
    if (decided.empty()) return;
    auto const [terms, closures] = schools::store::open_days(visit.db, visit.school);
    for (auto const& one : decided) {
        auto const child = day.duty.names(one.pupil, one.name);
        if (!child) continue;
        auto const decided_on = calendar::local_date(one.decided_at);
        day.items.push_back(
            {.about = *child,
             .title = "Another programme was decided for " + child->in_full() + ": raise the next concern",
             .path = impact::next_concern_path(one.the_case),
             .detail = "Decided on " + calendar::in_words(decided_on) +
                       ". The form is filled in from the case that was closed.",
             .due_on =
                 schools::school_day_from(decided_on + cases::pace::referral_after_concern, terms, closures),
             .kind = "Raise the next concern, as decided",
             .child = child->in_full()}
        );
    }
}

}  // namespace

void add_coordinating(Visit& visit, Day& day) {
    add_account_acts(visit, day);
    add_erasures_to_sign(visit, day);
    auto all = standings(visit, day);
    if (visit.who.holds(Role::senco)) {
        add_address_changes(visit, day);
        tell_apart(all);
        add_cases(visit, day, all);
        add_parents_and_letters(visit, day, all);
        add_programmes_of_the_school(visit, day, all);
        add_unwritten(visit, day);
        add_next_concerns(visit, day);
        add_objections(visit, day);
        add_not_received(visit, day);
        if (!visit.who.may(visits::Permission::deliver)) add_questions_asked(visit, day);
    } else {
        add_disputes(visit, day, all);
    }
    if (!visit.who.holds(Role::headteacher)) return;
    day.counts.emplace();
    for (auto const& one : all) count(*day.counts, one.status);
}

}  // namespace today
