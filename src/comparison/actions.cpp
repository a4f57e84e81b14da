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

std::set<PupilId> pupils_in(std::vector<ScoreOf> const& scores) {
    std::set<PupilId> pupils;
    for (auto const& score : scores) pupils.insert(score.pupil);
    return pupils;
}

// The measures that anybody has a score in, in the order of their kinds.
std::vector<Measure> measures_in(std::vector<ScoreOf> const& scores, std::vector<Measure> const& all) {
    std::vector<Measure> taken;
    for (auto const& measure : all)
        if (std::ranges::find(scores, measure.id, &ScoreOf::measure) != scores.end())
            taken.push_back(measure);
    return taken;
}

using Scores = std::map<std::pair<PupilId, MeasureId>, int>;

Scores by_pupil_and_measure(std::vector<ScoreOf> const& scores) {
    Scores all;
    for (auto const& one : scores) all[{one.pupil, one.measure}] = one.score;
    return all;
}

std::optional<int> score_in(Scores const& scores, PupilId const& pupil, MeasureId const& measure) {
    auto const found = scores.find({pupil, measure});
    return found == scores.end() ? std::nullopt : std::optional(found->second);
}

// Everybody who was in the class on its day, those without a score too: who was away is missing, and not
// absent from the count.
std::vector<PupilId> classmates_of(
    Visit const& visit, store::LastTaking const& taking, PupilId const& child
) {
    std::vector<PupilId> classmates;
    for (auto const& pupil :
         measures::taking_store::pupils_on(visit.db, visit.school, taking.class_id, taking.taken_on))
        if (pupil.id != child) classmates.push_back(pupil.id);
    return classmates;
}

InClass in_class(
    store::LastTaking const& taking,
    PupilId const& child,
    std::vector<PupilId> const& classmates,
    std::vector<ScoreOf> const& scores,
    std::vector<Measure> const& taken
) {
    auto const by = by_pupil_and_measure(scores);
    InClass result{
        .class_id = taking.class_id,
        .class_name = taking.class_name,
        .taken_on = taking.taken_on,
        .measures = {}};
    for (auto const& measure : taken) {
        InClass::OfMeasure of{.measure = measure, .own = score_in(by, child, measure.id), .others = {}};
        for (auto const& pupil : classmates) of.others.push_back(score_in(by, pupil, measure.id));
        result.measures.push_back(std::move(of));
    }
    return result;
}

// The class of one taking, as a reference has it.
OtherClass other_class(
    std::vector<ScoreOf> const& scores, std::vector<Measure> const& taken, std::set<PupilId> const& referred
) {
    auto const by = by_pupil_and_measure(scores);
    OtherClass other;
    for (auto const& pupil : pupils_in(scores)) {
        OtherClass::Pupil one{.scores = {}, .supported = referred.contains(pupil)};
        for (auto const& measure : taken) one.scores.push_back(score_in(by, pupil, measure.id));
        other.pupils.push_back(std::move(one));
    }
    return other;
}

std::vector<OtherClass> other_classes(
    Visit const& visit, store::LastTaking const& own, PupilId const& child, std::vector<Measure> const& taken
) {
    auto const stage = same_stage(own.year_group);
    if (stage.empty()) return {};
    std::map<TakingId, std::vector<ScoreOf>> takings;
    for (auto const& period :
         same_time_of_year(schools::store::open_days(visit.db, visit.school).terms, own.taken_on))
        for (auto const& score : store::scores_within(visit.db, visit.school, period, stage, own.class_id))
            takings[score.taking].push_back(score);
    auto const found = store::ever_referred(visit.db, visit.school);
    std::set<PupilId> const referred(found.begin(), found.end());
    std::vector<OtherClass> others;
    for (auto const& [taking, scores] : takings)
        if (!pupils_in(scores).contains(child)) others.push_back(other_class(scores, taken, referred));
    return others;
}

}  // namespace

std::optional<Comparison> comparison_of(Visit const& visit, need_to_know::Seen const& child) {
    if (!child.access.sees(need_to_know::Zone::progress)) return std::nullopt;
    auto const& pupil = child.pupil.id;
    auto const taking = store::last_taking_of(visit.db, visit.school, pupil, visit.today);
    if (!taking) return std::nullopt;
    auto const scores = store::scores_of(visit.db, visit.school, taking->taking);
    auto const taken = measures_in(scores, measures::store::all(visit.db, visit.school));
    auto const own = in_class(*taking, pupil, classmates_of(visit, *taking, pupil), scores, taken);
    return compared(own, other_classes(visit, *taking, pupil, taken));
}

}  // namespace comparison::actions
