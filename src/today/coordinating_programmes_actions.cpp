#include <algorithm>
#include <map>

#include "cases/rules.hpp"
#include "programmes/change_store.hpp"
#include "programmes/few_children_rules.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "programmes/view_actions.hpp"
#include "schools/store.hpp"
#include "sessions/rules.hpp"
#include "today/coordinating_actions.hpp"
#include "today/late_delivery_rules.hpp"
#include "today/small_group_rules.hpp"

// What the SENCo has to do with programmes.
namespace today {
namespace {

using Sessions = std::vector<programmes::Session>;
using Policy = std::vector<schools::PolicyVersion>;

void add_programme(
    Visit const& visit, Day& day, programmes::Programme const& programme, Sessions const& sessions
) {
    if (auto const since = programmes::second_missed_on(sessions))
        day.items.push_back(
            {.about = no_child,
             .title = "Make time and room for " + programme.name,
             .path = programmes::path_of(programme.id),
             .detail = programmes::sessions_missed(programmes::missed_in_a_row(sessions)) +
                       ", and not because of the children.",
             .due_on = std::min(*since, visit.today)}
        );
    if (!programmes::next_of(sessions)) return;  // no plan is left to look at
    auto const due = sessions::plan_review_due_on(*programme.started_on, sessions);
    if (due <= visit.today)
        day.items.push_back(
            {.about = no_child,
             .title = "Look at the plans of " + programme.name,
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
            .about = no_child,
            .title = "Nobody is left to write up what was held of " + one.name,
            .path = programmes::path_of(one.programme),
            .detail = "Held by " + one.deliverer_name +
                      (one.has_left ? ", who has left." : ", who is no Nurture Assistant any more.")};
    return {
        .about = no_child,
        .title = one.deliverer_name + (one.has_left ? " has left; " : " is no Nurture Assistant any more; ") +
                 one.name + " needs somebody",
        .path = programmes::delivery_path(one.programme),
        .detail = "Choose who delivers the sessions that are still to come."};
}

void add_programmes_without_somebody(Visit& visit, Day& day) {
    for (auto const& one : programmes::store::without_deliverer(visit.db, visit.school, visit.today))
        day.items.push_back(somebody_needed(one));
}

using Places = std::vector<programmes::Place>;

// The children who have a place in a programme, and of one that is to start how they stand.
struct Starters {
    int with_a_place = 0;
    int may_start = 0;
    int parents_asked = 0;  // of those whom consent does not let start
};

bool parents_are_asked(Standing const& one, Date today) {
    auto const renewal = cases::renewal_of(one.facts, today);
    return one.status.owner == cases::Owner::parent || (renewal && renewal->asked);
}

Starters starters_of(
    programmes::Programme const& programme, Places const& places, std::vector<Standing> const& all, Date today
) {
    Starters starters;
    for (auto const& place : places) {
        if (place.programme != programme.id) continue;
        ++starters.with_a_place;
        if (programme.started_on) continue;
        auto const one = std::ranges::find(all, place.the_case, &Standing::id);
        if (one == all.end()) continue;
        if (programmes::consent_lets_start(one->facts.answers, programme, today))
            ++starters.may_start;
        else if (parents_are_asked(*one, today))
            ++starters.parents_asked;
    }
    return starters;
}

// Says whether the programme waits for the SENCo.
bool add_small_group(
    Visit const& visit,
    Day& day,
    programmes::Programme const& programme,
    Starters const& starters,
    bool sessions_are_left,
    Policy const& versions
) {
    auto const group = small_group_of(
        programme, {starters.with_a_place, starters.may_start, sessions_are_left}, versions, visit.today
    );
    if (group) day.items.push_back(asked_of_the_senco(*group, starters.parents_asked));
    return group.has_value();
}

// A Nurture Assistant's work is the SENCo's to know of only once it is late.
std::map<ProgrammeId, std::vector<HeldUp>> held_up(
    Day& day, std::vector<Standing> const& all, Places const& places
) {
    std::map<ProgrammeId, std::vector<HeldUp>> by_programme;
    for (auto const& one : all) {
        auto const& status = one.status;
        bool const waits = status.owner == cases::Owner::nurture_assistant && status.due_on;
        if (!waits || *status.due_on >= day.today) continue;
        auto const place = std::ranges::find(places, one.id, &programmes::Place::the_case);
        if (place == places.end()) continue;
        by_programme[place->programme].push_back({one.child, one.about.forename, status.stage, *status.due_on}
        );
        day.named_in_programmes.emplace_back(one.child);
    }
    return by_programme;
}

// The class teacher's to give, on whose Today it stands; without it no impact can be told later (M2).
void add_late_measures(Visit& visit, Day& day, std::vector<Standing> const& standings) {
    for (auto const& late : programmes::measures_late(visit)) {
        auto const& place = late.place;
        auto const one = std::ranges::find(standings, place.the_case, &Standing::id);
        bool const has_begun =
            one != standings.end() && cases::standing(one->facts.steps, cases::Step::start) != nullptr;
        if (has_begun) day.items.push_back(late_measure(late, one->child, one->about.forename));
    }
}

}  // namespace

void add_programmes_of_the_school(Visit& visit, Day& day, std::vector<Standing> const& standings) {
    add_programmes_without_somebody(visit, day);
    add_late_measures(visit, day, standings);
    std::map<ProgrammeId, Sessions> sessions;
    for (auto& session : programmes::store::running_sessions(visit.db, visit.school))
        sessions[session.programme].push_back(std::move(session));
    auto const all = programmes::store::all(visit.db, visit.school, visit.today);
    auto const places = programmes::store::open_places(visit.db, visit.school, visit.today);
    auto late = held_up(day, standings, places);
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    for (auto const& programme : all) {
        auto const starters = starters_of(programme, places, standings, visit.today);
        bool const sessions_are_left = programmes::next_of(sessions[programme.id]) != nullptr;
        bool const is_small = add_small_group(visit, day, programme, starters, sessions_are_left, versions);
        if (programme.state() == programmes::State::running)
            add_programme(visit, day, programme, sessions[programme.id]);
        // Whoever delivers it is late with no start while it is the SENCo's move.
        if (is_small && programme.state() == programmes::State::to_start) continue;
        for (auto& item : late_deliveries(programme, sessions[programme.id], late[programme.id], visit.today))
            day.items.push_back(std::move(item));
    }
}

}  // namespace today
