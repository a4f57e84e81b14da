#include "story/actions.hpp"

#include <algorithm>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "impact/impact.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/store.hpp"
#include "openings/rules.hpp"
#include "programmes/store.hpp"
#include "pupils/contact_rules.hpp"
#include "pupils/store.hpp"
#include "sessions/store.hpp"
#include "story/link_rules.hpp"
#include "story/list_store.hpp"
#include "story/move_rules.hpp"
#include "story/rules.hpp"
#include "story/store.hpp"
#include "strategies/store.hpp"

namespace story {
namespace {

using need_to_know::Relationship;
using need_to_know::Seen;
using need_to_know::Zone;

std::optional<referrals::ConcernId> first_concern(std::vector<Happening> const& happenings) {
    auto const first =
        std::ranges::find(happenings.rbegin(), happenings.rend(), Kind::concern, &Happening::kind);
    return first == happenings.rend() ? std::nullopt : referrals::ConcernId::parse(first->id);
}

About about(Seen const& seen, CaseTold const& told) {
    About about{.the_case = told.id, .pupil = seen.pupil.id, .forename = seen.pupil.forename};
    about.first_concern = first_concern(told.happenings);
    if (auto const* const place = told.latest_place()) {
        about.programme = place->programme;
        about.place = place->id;
    }
    about.placed_before =
        cases::standing(told.facts.steps, cases::Step::allocation) && told.facts.place_ended;
    return about;
}

// A Nurture Assistant's permission does not make a programme theirs: only its deliverer and the SENCo move it
// on.
bool may_make(Visit const& visit, Seen const& seen, Move const& move) {
    if (!visit.who.may(move.needs)) return false;
    auto const relationship = seen.access.relationship();
    if (move.needs == visits::Permission::teach_class) return relationship == Relationship::class_teacher;
    if (move.needs == visits::Permission::work_on_cases)
        return relationship == Relationship::deliverer || relationship == Relationship::senco;
    return true;
}

std::optional<Move> move_for(Visit const& visit, Seen const& seen, CaseTold const& told) {
    auto move = move_in(told.status, about(seen, told));
    return move && may_make(visit, seen, *move) ? move : std::nullopt;
}

// Another programme begins with a concern of its own: nothing else of a closed case is anybody's to do.
std::optional<Move> next_concern_after(Visit const& visit, CaseTold const& told) {
    if (!told.facts.closed_at || !visit.who.may(visits::Permission::coordinate)) return std::nullopt;
    auto const decided = std::ranges::find_if(told.happenings, [](auto const& one) {
        return one.kind == Kind::next_step && one.stands();
    });
    if (decided == told.happenings.end() || decided->more != word(impact::Next::another_programme))
        return std::nullopt;
    return Move{
        .title = "Raise the next concern",
        .button = "Raise the next concern",
        .path = impact::next_concern_path(told.id),
        .needs = visits::Permission::coordinate};
}

// Each target with its ratings, session by session in the order of the days they were held.
std::vector<TargetTold> targets(Visit const& visit, CaseTold const& told) {
    std::vector<TargetTold> targets;
    for (auto& target : programmes::store::targets_of(visit.db, visit.school, told.id))
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

void tell_targets(Visit const& visit, CaseTold& told) {
    for (auto& one : targets(visit, told)) {
        auto const of = std::ranges::find(told.places, one.target.place, &PlaceTold::id);
        if (of == told.places.end()) continue;
        auto const rated =
            std::ranges::count_if(one.ratings, [](auto const& each) { return each.rating.has_value(); });
        one.caption = caption_for(static_cast<std::size_t>(rated), of->deliverer_name);
        of->targets.push_back(std::move(one));
    }
}

// However many places a case has had, each of these is one statement.
void tell_places(Visit const& visit, Seen const& seen, CaseTold& told) {
    auto places = store::places(visit.db, visit.school, told.id);
    if (places.empty()) return;
    auto const sessions = store::sessions(visit.db, visit.school, told.id);
    told.places = with_their_sessions(std::move(places), sessions);
    if (told.places.empty()) return;
    tell_targets(visit, told);
    auto const& latest = *told.latest_place();
    if (!latest.ended_on) told.next = next_session(latest.sessions, visit.today);
    // A session after the last day of a yes is not this child's.
    if (told.next && !consent::in_force_to(told.facts.answers, latest.form, told.next->planned_on))
        told.next.reset();
    // What a child confided to another is never even read, unless all of it is open to this visitor.
    if (!seen.access.sees_confided_to(visit.staff())) return;
    auto const deliverer = seen.access.sees(Zone::confidence) ? std::nullopt : std::optional(visit.staff());
    for (auto& [session, words] : store::confided(visit.db, visit.school, told.id, deliverer))
        told.confided.emplace(session, std::move(words));
}

void tell_class_teacher(Visit const& visit, CaseTold& told) {
    std::vector<AreaId> areas;
    for (auto const& area : told.needs.areas) areas.push_back(area.id);
    if (!areas.empty()) told.shelves = strategies::store::shelves_of(visit.db, visit.school, areas);
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

void tell_withdrawal(Visit const& visit, CaseTold& told) {
    auto const& answers = told.facts.answers;
    if (auto const* const latest = consent::latest_withdrawal(answers, visit.today))
        told.withdrawal = *latest;
    if (auto const standing = consent::withdrawals(answers, visit.today); !standing.empty())
        told.first_withdrawn_on = standing.front().answered_on;
    for (auto const form : all_of<consent::Form>())
        for (auto const& one : consent::who_agrees(answers, form, visit.today))
            if (std::ranges::find(told.still_agree, one) == told.still_agree.end())
                told.still_agree.push_back(one);
}

// The status of a case between the letter and the place, or between two places, hangs on its answers, and on
// no day of a step.
Support support_by_answers(list_store::Reached const& reached, cases::Facts facts, Date today) {
    facts.place_ended = reached.place_ended;
    for (auto const step : {cases::Step::letter, *reached.furthest()}) {
        cases::StepTaken taken;
        taken.step = step;
        taken.taken_on = today;
        facts.steps.push_back(std::move(taken));
    }
    return support_of(facts, cases::status_of(facts, today));
}

// An earlier case belongs to those whose tie is to the child, and not to one case.
bool sees_earlier_cases(Relationship relationship) {
    return relationship == Relationship::senco || relationship == Relationship::headteacher ||
           relationship == Relationship::class_teacher;
}

std::optional<CaseId> case_of(Visit const& visit, Seen const& seen) {
    if (seen.open_case) return seen.open_case;
    return cases::store::latest_closed_of(visit.db, visit.school, seen.pupil.id);
}

// Somebody with two roles sees the child for one of them, and moves in both.
bool is_readers_own(Visit const& visit, cases::Owner owner, Relationship relationship) {
    using visits::Permission;
    return is_for(owner, relationship) ||
           (visit.who.may(Permission::coordinate) && is_for(owner, Relationship::senco)) ||
           (visit.who.may(Permission::decide_dispute) && is_for(owner, Relationship::headteacher));
}

std::optional<CaseTold> tell_case(Visit const& visit, Seen const& seen) {
    auto const the_case = case_of(visit, seen);
    if (!the_case) return std::nullopt;
    auto facts = cases::store::facts_of(visit.db, visit.school, *the_case, visit.today);
    if (!facts) return std::nullopt;
    auto const relationship = seen.access.relationship();
    CaseTold told{.id = *the_case, .facts = std::move(*facts)};
    told.status = cases::status_of(told.facts, visit.today);
    bool const teaches = relationship == Relationship::class_teacher;
    told.sentence = teaches ? standing_for_class_teacher(told.facts, told.status) : told.status.sentence;
    told.whose_move =
        teaches
            ? whose_move_for_class_teacher(told.status, visit.today)
            : whose_move(told.status, is_readers_own(visit, told.status.owner, relationship), visit.today);
    told.begun = cases::standing(told.facts.steps, cases::Step::start);
    told.way = way_of(told.facts, told.status);
    told.consent = cases::consent_of(told.facts, visit.today);
    if (told.consent == consent::Standing::withdrawn) tell_withdrawal(visit, told);
    if (cases::standing(told.facts.steps, cases::Step::prioritisation))
        told.days_to_decision = cases::days_to_decision(told.facts.steps, visit.today);
    tell_places(visit, seen, told);
    if (!teaches && !told.facts.closed_at)
        told.unwritten = still_to_write(told.places, told.facts.answers, visit.today);
    if (told.first_withdrawn_on)
        told.held_after_withdrawal = held_after(told.places, *told.first_withdrawn_on);
    told.happenings = store::happenings(visit.db, visit.school, told.id, seen.pupil.id);
    told.needs = store::needs(visit.db, visit.school, told.id);
    told.move = move_for(visit, seen, told);
    if (!told.move) told.move = next_concern_after(visit, told);
    if (teaches) tell_class_teacher(visit, told);
    if (!visit.who.may(visits::Permission::decide_dispute))
        keep_why_parents_differ(told);
    else if (!told.facts.answers.empty())
        tell_respondents(visit, seen, told);
    if (sees_earlier_cases(relationship))
        told.earlier = store::earlier(visit.db, visit.school, seen.pupil.id, told.id);
    return told;
}

// Who delivered a programme sees of the closed case its check-ins alone.
void add_check_ins(Visit const& visit, Story& story) {
    if (story.seen.access.relationship() != Relationship::keeps_in_touch) return;
    std::optional<CaseId> latest;
    for (auto const& one : need_to_know::store::in_touch(visit.db, visit.school, story.seen.pupil.id))
        if (one.staff == visit.staff()) latest = one.the_case;
    if (latest)
        story.links.insert(
            story.links.begin(), {Matter::support, "Check-ins", impact::check_ins_path(*latest)}
        );
}

}  // namespace

std::optional<Story> tell(Visit const& visit, PupilId const& pupil) {
    auto seen = need_to_know::see(visit, pupil);
    if (!seen) return std::nullopt;
    Story story{.seen = std::move(*seen), .today = visit.today};
    if (story.seen.access.sees(Zone::progress))
        story.told = tell_case(visit, story.seen);
    else
        story.headline = store::headline(visit.db, visit.school, pupil, visit.today);
    story.links = links_for(visit.who, story.seen, story.told ? &*story.told : nullptr);
    story.may_open = openings::may_open(visit.who, story.seen.access);
    story.may_override = visit.who.may(visits::Permission::open_case);
    add_check_ins(visit, story);
    return story;
}

std::map<PupilId, Support> support(Visit const& visit, std::vector<PupilId> const& pupils) {
    list_store::Pupils const of(pupils);
    std::map<PupilId, Support> by_pupil;
    std::optional<std::map<CaseId, cases::Facts>> answered;  // read once it is needed
    for (auto const& one : list_store::reached(visit.db, visit.school, of)) {
        auto support = support_by_steps(one.furthest(), one.place_ended);
        if (!support) {
            if (!answered) answered = list_store::answered(visit.db, visit.school, of);
            support = support_by_answers(one, (*answered)[one.the_case], visit.today);
        }
        by_pupil.emplace(one.pupil, *support);
    }
    return by_pupil;
}

std::optional<pupils::Pupil> pupil_alone(Visit const& visit, PupilId const& pupil) {
    return pupils::store::find(visit.db, visit.school, pupil);
}

}  // namespace story
