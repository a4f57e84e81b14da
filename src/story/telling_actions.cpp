#include "story/telling_actions.hpp"

#include <algorithm>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "need_to_know/confided_rules.hpp"
#include "programmes/store.hpp"
#include "pupils/contact_rules.hpp"
#include "story/rules.hpp"
#include "story/store.hpp"

namespace story {
namespace {

using need_to_know::Relationship;
using need_to_know::Seen;
using need_to_know::Zone;

// Each target with its ratings, session by session in the order of the days they were held.
std::vector<TargetTold> with_ratings(std::vector<programmes::Target> hoped_for, CaseTold const& told) {
    std::vector<TargetTold> targets;
    for (auto& target : hoped_for)
        targets.push_back({.target = std::move(target), .ratings = {}, .caption = {}});
    for (auto const& place : told.places)
        for (auto const& session : place.sessions) {
            if (!session.held_on) continue;
            // A session that the child missed leaves a gap in every line.
            if (session.attended == false)
                for (auto& one : targets)
                    if (one.target.place == place.id) one.ratings.push_back({*session.held_on, std::nullopt});
            for (auto const& [target, rating] : session.ratings) {
                auto const of =
                    std::ranges::find(targets, target, [](auto const& one) { return one.target.id; });
                if (of != targets.end()) of->ratings.push_back({*session.held_on, rating});
            }
        }
    for (auto& one : targets) std::ranges::stable_sort(one.ratings, {}, &Rated::on);
    return targets;
}

void tell_targets(std::vector<programmes::Target> hoped_for, CaseTold& told) {
    for (auto& one : with_ratings(std::move(hoped_for), told)) {
        auto const of = std::ranges::find(told.places, one.target.place, &PlaceTold::id);
        if (of == told.places.end()) continue;
        auto const rated =
            std::ranges::count_if(one.ratings, [](auto const& each) { return each.rating.has_value(); });
        one.caption = caption_for(static_cast<std::size_t>(rated), of->deliverer_name);
        of->targets.push_back(std::move(one));
    }
}

void tell_places(Gathered& gathered, Date day, CaseTold& told) {
    if (gathered.places.empty()) return;
    told.places = with_their_sessions(std::move(gathered.places), gathered.sessions);
    if (told.places.empty()) return;
    tell_targets(std::move(gathered.targets), told);
    auto const& latest = *told.latest_place();
    if (!latest.ended_on) told.next = next_session(latest.sessions, day);
    // A session after the last day of a yes is not this child's.
    if (told.next && !consent::in_force_to(told.facts.answers, latest.form, told.next->planned_on))
        told.next.reset();
    told.confided = std::move(gathered.confided);
    told.confided_waits = gathered.confided_waits;
}

void tell_respondents(Visit const& visit, Seen const& seen, CaseTold& told) {
    for (auto& one : store::respondents(visit.db, visit.school, seen.pupil.id)) {
        pupils::Contact tie;
        tie.responsibility = one.responsibility;
        tie.restriction = one.restriction;
        if (pupils::is_asked(tie)) told.to_be_asked.push_back(one.id);
        told.respondents.emplace(one.id, std::move(one.name));
    }
}

// The reason speaks of the parents, whose answers others see without a name.
void keep_why_parents_differ(CaseTold& told) {
    for (auto& one : told.happenings)
        if (one.kind == Kind::decision) one.said.clear();
}

void tell_withdrawal(CaseTold& told, Date day) {
    auto const& answers = told.facts.answers;
    if (auto const* const latest = consent::latest_withdrawal(answers, day)) told.withdrawal = *latest;
    if (auto const standing = consent::withdrawals(answers, day); !standing.empty())
        told.first_withdrawn_on = standing.front().answered_on;
    for (auto const form : all_of<consent::Form>())
        for (auto const& one : consent::who_agrees(answers, form, day))
            if (std::ranges::find(told.still_agree, one) == told.still_agree.end())
                told.still_agree.push_back(one);
}

// An earlier case belongs to those whose tie is to the child, and not to one case.
bool sees_earlier_cases(Relationship relationship) {
    return relationship == Relationship::senco || relationship == Relationship::headteacher ||
           relationship == Relationship::class_teacher;
}

// Somebody with two roles sees the child for one of them, and moves in both.
bool is_readers_own(Visit const& visit, cases::Owner owner, Relationship relationship) {
    using visits::Permission;
    return is_for(owner, relationship) ||
           (visit.who.may(Permission::coordinate) && is_for(owner, Relationship::senco)) ||
           (visit.who.may(Permission::decide_dispute) && is_for(owner, Relationship::headteacher));
}

store::Whose whose(bool are_everybodys, bool are_readers) {
    if (are_everybodys) return store::Whose::everybodys;
    return are_readers ? store::Whose::readers : store::Whose::nobodys;
}

// An agreement opens what was noted of everybody's sessions, and of what the child kept nothing.
store::OpenTo open_to(Visit const& visit, need_to_know::Access const& access) {
    auto const reader = visit.staff();
    return {
        .reader = reader,
        .noted = whose(access.sees(Zone::confidence), access.sees_confided_to(reader)),
        .kept = whose(access.overrides(), access.sees_kept_with(reader))};
}

// What a child confided to another is never even read, unless it is open to this visitor; nor what waits
// until they have shown who they are.
void gather_confided(Visit const& visit, Seen const& seen, Gathered& gathered) {
    auto const confided = need_to_know::confided_in(seen.access, visit.staff(), visit.proven_at, visit.now);
    if (confided == need_to_know::Confided::not_theirs) return;
    auto const open = open_to(visit, seen.access);
    if (confided == need_to_know::Confided::after_a_proof) {
        gathered.confided_waits = store::has_confided(visit.db, visit.school, gathered.id, open);
        return;
    }
    gathered.confided = store::confided(visit.db, visit.school, gathered.id, open);
}

// However many places a case has had, each of these is one statement.
void gather_places(Visit const& visit, Seen const& seen, Gathered& gathered) {
    gathered.places = store::places(visit.db, visit.school, gathered.id);
    if (gathered.places.empty()) return;
    gathered.sessions = store::sessions(visit.db, visit.school, gathered.id);
    gathered.targets = programmes::store::targets_of(visit.db, visit.school, gathered.id);
    gather_confided(visit, seen, gathered);
}

}  // namespace

std::optional<Gathered> gather(Visit const& visit, Seen const& seen, CaseId const& the_case) {
    auto facts = cases::store::facts_of(visit.db, visit.school, the_case, visit.today);
    if (!facts) return std::nullopt;
    Gathered gathered{.id = the_case, .facts = std::move(*facts)};
    gather_places(visit, seen, gathered);
    gathered.happenings = store::happenings(visit.db, visit.school, the_case, seen.pupil.id);
    gathered.needs = store::needs(visit.db, visit.school, the_case);
    return gathered;
}

CaseTold told_of(Visit const& visit, Seen const& seen, Gathered gathered, Date day) {
    auto const relationship = seen.access.relationship();
    bool const teaches = relationship == Relationship::class_teacher;
    CaseTold told{.id = gathered.id, .facts = std::move(gathered.facts)};
    told.status = cases::status_of(told.facts, day);
    told.sentence = teaches ? standing_for_class_teacher(told.facts, told.status) : told.status.sentence;
    told.whose_move =
        teaches ? whose_move_for_class_teacher(told.status, day)
                : whose_move(told.status, is_readers_own(visit, told.status.owner, relationship), day);
    told.begun = cases::standing(told.facts.steps, cases::Step::start);
    told.way = way_of(told.facts, told.status);
    told.consent = cases::consent_of(told.facts, day);
    if (told.consent == consent::Standing::withdrawn) tell_withdrawal(told, day);
    if (cases::standing(told.facts.steps, cases::Step::prioritisation))
        told.days_to_decision = cases::days_to_decision(told.facts.steps, day);
    tell_places(gathered, day, told);
    if (!teaches && !told.facts.closed_at)
        told.unwritten = still_to_write(told.places, told.facts.answers, day);
    if (told.first_withdrawn_on)
        told.held_after_withdrawal = held_after(told.places, *told.first_withdrawn_on);
    told.happenings = std::move(gathered.happenings);
    told.opens_ratings = visit.who.may(visits::Permission::open_case);
    told.needs = std::move(gathered.needs);
    if (!visit.who.may(visits::Permission::decide_dispute))
        keep_why_parents_differ(told);
    else if (!told.facts.answers.empty())
        tell_respondents(visit, seen, told);
    if (sees_earlier_cases(relationship))
        told.earlier = store::earlier(visit.db, visit.school, seen.pupil.id, told.id);
    return told;
}

}  // namespace story
