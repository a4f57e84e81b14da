#include "story/actions.hpp"

#include <algorithm>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "impact/impact.hpp"
#include "moving/actions.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/store.hpp"
#include "openings/actions.hpp"
#include "openings/rules.hpp"
#include "pupils/store.hpp"
#include "story/link_rules.hpp"
#include "story/list_store.hpp"
#include "story/move_rules.hpp"
#include "story/rules.hpp"
#include "story/store.hpp"
#include "story/telling_actions.hpp"
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

void tell_class_teacher(Visit const& visit, CaseTold& told) {
    std::vector<AreaId> areas;
    for (auto const& area : told.needs.areas) areas.push_back(area.id);
    if (!areas.empty()) told.shelves = strategies::store::shelves_of(visit.db, visit.school, areas);
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

std::optional<CaseId> case_of(Visit const& visit, Seen const& seen) {
    if (seen.open_case) return seen.open_case;
    return cases::store::latest_closed_of(visit.db, visit.school, seen.pupil.id);
}

std::optional<CaseTold> tell_case(Visit const& visit, Seen const& seen) {
    auto const the_case = case_of(visit, seen);
    auto gathered = the_case ? gather(visit, seen, *the_case) : std::nullopt;
    if (!gathered) return std::nullopt;
    auto told = told_of(visit, seen, std::move(*gathered), visit.today);
    told.move = move_for(visit, seen, told);
    if (!told.move) told.move = next_concern_after(visit, told);
    if (seen.access.relationship() == Relationship::class_teacher) tell_class_teacher(visit, told);
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

// What went to the next school and nobody there has received says so where the SENCo looks for it.
void tell_what_was_not_received(Visit const& visit, Story& story) {
    if (!story.told || !visit.who.may(visits::Permission::coordinate)) return;
    if (!moving::lacks_a_receipt(visit, story.told->id)) return;
    auto const path = moving::moving_path(story.told->id);
    for (auto& link : story.links)
        if (link.path == path) link.words += ": not received yet";
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
    story.overrides = openings::noted_about(visit, pupil);
    if (story.told)
        for (auto const& one : story.overrides)
            if (one.may_read) story.told->overrides_to_read.emplace(one.id.text());
    story.links = links_for(visit.who, story.seen, story.told ? &*story.told : nullptr);
    story.stays_closed = openings::stays_closed(visit, story.seen);
    story.may_open = openings::may_open(visit.who, story.seen.access) && !story.stays_closed;
    story.may_override = visit.who.may(visits::Permission::open_case);
    tell_what_was_not_received(visit, story);
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
