#include "comparison/actions.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "comparison/rules.hpp"
#include "comparison/store.hpp"
#include "measures/store.hpp"
#include "measures/taking_store.hpp"
#include "schools/store.hpp"

namespace comparison::actions {
namespace {

using store::ScoreOf;

// The latest score of each pupil of one class in each measure.
using Scores = std::map<std::pair<PupilId, MeasureId>, int>;

Scores latest_of(std::vector<ScoreOf> const& scores) {
    Scores latest;
    for (auto const& one : scores) latest[{one.pupil, one.measure}] = one.score;
    return latest;
}

std::optional<int> score_in(Scores const& scores, PupilId const& pupil, MeasureId const& measure) {
    auto const found = scores.find({pupil, measure});
    return found == scores.end() ? std::nullopt : std::optional(found->second);
}

std::set<PupilId> pupils_in(Scores const& scores) {
    std::set<PupilId> pupils;
    for (auto const& [of, score] : scores) pupils.insert(of.first);
    return pupils;
}

// Those in which anybody has a score; of a kind that was replaced within the term, the later one alone.
std::vector<Measure> measures_in(Scores const& scores, std::vector<Measure> const& latest_first) {
    std::vector<Measure> taken;
    for (auto const& measure : latest_first) {
        bool const has_kind = std::ranges::any_of(taken, [&](Measure const& other) {
            return other.definition.kind == measure.definition.kind;
        });
        bool const is_scored =
            std::ranges::any_of(scores, [&](auto const& one) { return one.first.second == measure.id; });
        if (is_scored && !has_kind) taken.push_back(measure);
    }
    return taken;
}

// Everybody who was in the class on the day, those without a score too: who was away is missing, and not
// absent from the count.
std::vector<PupilId> classmates_of(Visit const& visit, store::LastScored const& last, PupilId const& child) {
    std::vector<PupilId> classmates;
    for (auto const& pupil :
         measures::taking_store::pupils_on(visit.db, visit.school, last.class_id, last.taken_on))
        if (pupil.id != child) classmates.push_back(pupil.id);
    return classmates;
}

InClass in_class(
    store::LastScored const& last,
    PupilId const& child,
    std::vector<PupilId> const& classmates,
    Scores const& scores,
    std::vector<Measure> const& taken
) {
    InClass result{
        .class_id = last.class_id, .class_name = last.class_name, .taken_on = last.taken_on, .measures = {}};
    for (auto const& measure : taken) {
        InClass::OfMeasure of{.measure = measure, .own = score_in(scores, child, measure.id), .others = {}};
        for (auto const& pupil : classmates) of.others.push_back(score_in(scores, pupil, measure.id));
        result.measures.push_back(std::move(of));
    }
    return result;
}

// A class as a reference has it. Who is counted from now on, is not counted in an earlier class again.
OtherClass other_class(Scores const& scores, std::vector<Measure> const& taken, std::set<PupilId>& counted) {
    OtherClass other;
    for (auto const& pupil : pupils_in(scores)) {
        OtherClass::Pupil one{.scores = {}, .left_out = counted.contains(pupil)};
        for (auto const& measure : taken) one.scores.push_back(score_in(scores, pupil, measure.id));
        if (std::ranges::all_of(one.scores, [](auto const& score) { return score.has_value(); }))
            counted.insert(pupil);
        other.pupils.push_back(std::move(one));
    }
    return other;
}

std::vector<OtherClass> other_classes(
    Visit const& visit,
    store::LastScored const& own,
    PupilId const& child,
    std::vector<schools::Period> const& periods,
    std::vector<Measure> const& taken
) {
    auto const stage = same_stage(own.year_group);
    if (stage.empty()) return {};
    schools::Period const measured{.starts_on = periods.back().starts_on, .ends_on = periods.front().ends_on};
    auto const referred = store::ever_referred(visit.db, visit.school, measured, stage);
    std::set<PupilId> counted(referred.begin(), referred.end());
    std::vector<OtherClass> others;
    for (auto const& period : periods) {
        std::map<ClassId, std::vector<ScoreOf>> classes;
        for (auto const& score : store::scores_of_others(visit.db, visit.school, child, period, stage))
            classes[score.class_id].push_back(score);
        for (auto const& [class_id, scores] : classes)
            if (class_id != own.class_id) others.push_back(other_class(latest_of(scores), taken, counted));
    }
    return others;
}

}  // namespace

std::optional<ChildBeside> comparison_of(Visit const& visit, need_to_know::Seen const& child, Worry worry) {
    if (!child.access.sees(need_to_know::Zone::progress)) return std::nullopt;
    auto const& pupil = child.pupil.id;
    auto const last = store::last_scored(visit.db, visit.school, pupil, visit.today);
    if (!last) return std::nullopt;
    auto const terms = schools::store::open_days(visit.db, visit.school).terms;
    auto const periods = same_time_of_year(terms, last->taken_on);
    auto const scores =
        latest_of(store::scores_of_class(visit.db, visit.school, last->class_id, periods.front()));
    auto const taken = measures_in(scores, measures::store::all(visit.db, visit.school));
    auto const own = in_class(*last, pupil, classmates_of(visit, *last, pupil), scores, taken);
    auto comparison = compared(own, other_classes(visit, *last, pupil, periods, taken));
    if (last->taken_on < same_time_of_year(terms, visit.today).front().starts_on)
        comparison.cautions.insert(comparison.cautions.begin(), Caution::earlier_term);
    bool const is_named = worry == Worry::told || store::has_open_case(visit.db, visit.school, pupil);
    return ChildBeside{
        child.access.child(), is_named ? std::move(comparison) : without_a_claim(std::move(comparison))};
}

}  // namespace comparison::actions
