#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "impact/impact.hpp"
#include "letters/today_store.hpp"
#include "programmes/change_store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "pupils/address_change_store.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "sessions/rules.hpp"
#include "staff/account_act_store.hpp"
#include "story/move_rules.hpp"
#include "today/gathering_actions.hpp"
#include "today/late_delivery_rules.hpp"
#include "today/rules.hpp"
#include "today/store.hpp"

namespace today {
namespace {

using visits::Role;

// An open case with where it stands.
struct Standing {
    CaseId id;
    pupils::Pupil pupil;
    story::About about;
    cases::Status status;
    cases::Facts facts;
};

struct ConcernsOf {
    referrals::ConcernId first;
    std::optional<referrals::ConcernId> unanswered;
    std::vector<referrals::concern_store::Headline> by_others = {};
};

std::map<CaseId, ConcernsOf> concerns(Visit const& visit) {
    std::map<CaseId, ConcernsOf> by_case;
    for (auto const& one : referrals::concern_store::of_open_cases(visit.db, visit.school)) {
        auto& of_case = by_case.try_emplace(one.the_case, ConcernsOf{one.id, {}, {}}).first->second;
        if (one.answer_missing && !of_case.unanswered) of_case.unanswered = one.id;
        if (one.written_by != visit.staff()) of_case.by_others.push_back(one);
    }
    return by_case;
}

std::vector<Standing> standings(Visit const& visit) {
    std::vector<Standing> all;
    for (auto& one : cases::store::open(visit.db, visit.school, visit.today)) {
        story::About about{.the_case = one.id, .pupil = one.pupil.id, .forename = one.pupil.forename};
        about.placed_before =
            cases::standing(one.facts.steps, cases::Step::allocation) && one.facts.place_ended;
        all.push_back(
            {one.id,
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
    auto const names = told_apart(children);
    for (std::size_t at = 0; at < names.size(); ++at) standings[at].about.forename = names[at];
}

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

// What somebody saw after the referral reaches the SENCo, however far the case has come.
void add_concerns_to_read(Day& day, Standing const& one, ConcernsOf const& concerns) {
    for (auto const& concern : concerns.by_others) {
        if (!referrals::waits_to_be_read(concern.written_at, concern.read_at, one.facts.steps)) continue;
        day.items.push_back(
            {.title = "Read the new concern about " + one.about.forename,
             .path = "/concerns/" + std::string(concern.id.text()),
             .detail = "Written on " + calendar::weekday_day_month(calendar::local_date(concern.written_at)) +
                       ", after the referral.",
             .kind = "Read new concerns",
             .child = one.about.forename}
        );
    }
}

void add_cases(Visit& visit, Day& day, std::vector<Standing>& all) {
    auto const by_case = concerns(visit);
    for (auto& one : all) {
        auto const known = by_case.find(one.id);
        if (known != by_case.end()) one.about.first_concern = known->second.first;
        if (auto item = for_senco(one.status, one.about, one.facts, visit.today)) {
            item->fresh = came_today(one.facts, visit.staff(), visit.today);
            day.items.push_back(std::move(*item));
        }
        if (known != by_case.end() && known->second.unanswered)
            day.items.push_back(
                {.title = "Answer the parent who raised a concern about " + one.about.forename,
                 .path = "/concerns/" + std::string(known->second.unanswered->text()),
                 .detail = "A parent's concern is closed only with an answer.",
                 .kind = "Answer parents who raised a concern",
                 .child = one.about.forename}
            );
        if (known != by_case.end()) add_concerns_to_read(day, one, known->second);
    }
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
             .path = of_case(one.case_id, "consent"),
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
             .act =
                 Act{.opens = {},
                     .path = path + "/printing",
                     .label = {},
                     .field = {},
                     .button = "Printed",
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

using Sessions = std::vector<programmes::Session>;
using Policy = std::vector<schools::PolicyVersion>;

void add_programme(
    Visit const& visit, Day& day, programmes::Programme const& programme, Sessions const& sessions
) {
    if (programmes::two_missed_in_a_row(sessions))
        day.items.push_back(
            {.title = "Make time and room for " + programme.name,
             .path = programmes::path_of(programme.id),
             .detail = programmes::sessions_missed(programmes::missed_in_a_row(sessions)) +
                       ", and not because of the children."}
        );
    if (!programmes::next_of(sessions)) return;  // no plan is left to look at
    auto const due = sessions::plan_review_due_on(*programme.started_on, sessions);
    if (due <= visit.today)
        day.items.push_back(
            {.title = "Look at the plans of " + programme.name,
             .path = programmes::path_of(programme.id),
             .detail = "Delivered by " + programme.deliverer_name + ".",
             .due_on = due,
             .kind = "Look at plans",
             .child = programme.name}
        );
}

Item somebody_needed(programmes::store::WithoutDeliverer const& one) {
    if (one.to_write_up)
        return {
            .title = "Nobody is left to write up what was held of " + one.name,
            .path = programmes::path_of(one.programme),
            .detail = "Held by " + one.deliverer_name +
                      (one.has_left ? ", who has left." : ", who is no Nurture Assistant any more.")};
    return {
        .title = one.deliverer_name + (one.has_left ? " has left; " : " is no Nurture Assistant any more; ") +
                 one.name + " needs somebody",
        .path = programmes::delivery_path(one.programme),
        .detail = "Choose who delivers the sessions that are still to come."};
}

void add_programmes_without_somebody(Visit& visit, Day& day) {
    for (auto const& one : programmes::store::without_deliverer(visit.db, visit.school, visit.today))
        day.items.push_back(somebody_needed(one));
}

// A group that is to start within a week, with fewer children than the policy's least and no word of why.
void add_small_group(
    Visit const& visit, Day& day, programmes::Programme const& programme, int children, Policy const& versions
) {
    auto const policy = schools::policy_in_force(versions, std::max(visit.today, programme.starts_on));
    if (children == 0 || !policy || visit.today + calendar::days_in_week < programme.starts_on) return;
    if (!programmes::lacks_reason_for_few(programme, children, *policy)) return;
    day.items.push_back(
        {.title =
             "Say why " + programme.name + " starts with " + text::counted(children, "child", "children"),
         .path = programmes::path_of(programme.id),
         .detail = "The policy says at least " + std::to_string(policy->group_least) + " in a group.",
         .due_on = programme.starts_on}
    );
}

using Places = std::vector<programmes::Place>;

void add_small_groups(
    Visit& visit, Day& day, std::vector<programmes::Programme> const& programmes, Places const& places
) {
    std::map<ProgrammeId, int> children;
    for (auto const& place : places) ++children[place.programme];
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    for (auto const& programme : programmes)
        if (programme.state() == programmes::State::to_start)
            add_small_group(visit, day, programme, children[programme.id], versions);
}

// A Nurture Assistant's work is the SENCo's to know of only once it is late.
std::map<ProgrammeId, std::vector<HeldUp>> held_up(
    std::vector<Standing> const& all, Places const& places, Date today
) {
    std::map<ProgrammeId, std::vector<HeldUp>> by_programme;
    for (auto const& one : all) {
        auto const& status = one.status;
        bool const waits = status.owner == cases::Owner::nurture_assistant && status.due_on;
        if (!waits || *status.due_on >= today) continue;
        auto const place = std::ranges::find(places, one.id, &programmes::Place::the_case);
        if (place != places.end())
            by_programme[place->programme].push_back({one.about.forename, status.stage, *status.due_on});
    }
    return by_programme;
}

void add_programmes(Visit& visit, Day& day, std::vector<Standing> const& standings) {
    add_programmes_without_somebody(visit, day);
    std::map<ProgrammeId, Sessions> sessions;
    for (auto& session : programmes::store::running_sessions(visit.db, visit.school))
        sessions[session.programme].push_back(std::move(session));
    auto const all = programmes::store::all(visit.db, visit.school, visit.today);
    auto const places = programmes::store::open_places(visit.db, visit.school, visit.today);
    auto late = held_up(standings, places, visit.today);
    for (auto const& programme : all) {
        if (programme.state() == programmes::State::running)
            add_programme(visit, day, programme, sessions[programme.id]);
        for (auto& item : late_deliveries(programme, sessions[programme.id], late[programme.id], visit.today))
            day.items.push_back(std::move(item));
    }
    add_small_groups(visit, day, all, places);
}

void add_disputes(Visit const& visit, Day& day, std::vector<Standing> disputes) {
    std::erase_if(disputes, [](Standing const& one) { return one.status.stage != cases::Stage::in_dispute; });
    tell_apart(disputes);
    for (auto const& one : disputes) {
        auto const move = story::move_in(one.status, one.about);
        day.items.push_back(
            {.title = move->title,
             .path = move->path,
             .detail = one.status.sentence,
             .due_on = one.status.due_on,
             .fresh = came_today(one.facts, visit.staff(), visit.today),
             .kind = "Decide where parents differ",
             .child = one.about.forename,
             .asked = Asked{one.about.pupil, "decide where parents differ"}}
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
    Item item{
        .title = "See that the e-mail address of " + first.contact_name + ", for " + first.pupil_name +
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
        auto const decided_on = calendar::local_date(one.decided_at);
        day.items.push_back(
            {.title = "Another programme was decided for " + one.name + ": raise the next concern",
             .path = impact::next_concern_path(one.the_case),
             .detail = "Decided on " + calendar::in_words(decided_on) +
                       ". The form is filled in from the case that was closed.",
             .due_on =
                 schools::school_day_from(decided_on + cases::pace::referral_after_concern, terms, closures),
             .kind = "Raise the next concern, as decided",
             .child = one.name}
        );
    }
}

}  // namespace

void add_coordinating(Visit& visit, Day& day) {
    add_account_acts(visit, day);
    auto all = standings(visit);
    if (visit.who.holds(Role::senco)) {
        add_address_changes(visit, day);
        tell_apart(all);
        add_cases(visit, day, all);
        add_renewals(visit, day, all);
        add_parents(visit, day, all);
        add_withdrawals(visit, day, all);
        add_letters(visit, day, all);
        add_programmes(visit, day, all);
        add_unwritten(visit, day);
        add_next_concerns(visit, day);
        if (!visit.who.may(visits::Permission::deliver)) add_questions_asked(visit, day);
    } else {
        add_disputes(visit, day, all);
    }
    if (!visit.who.holds(Role::headteacher)) return;
    day.counts.emplace();
    for (auto const& one : all) count(*day.counts, one.status);
}

}  // namespace today
