#include "comparison/actions.hpp"

#include <set>

#include "comparison/rules.hpp"
#include "comparison/score_rules.hpp"
#include "comparison/stage_actions.hpp"
#include "comparison/store.hpp"
#include "measures/store.hpp"
#include "measures/taking_store.hpp"
#include "schools/store.hpp"

namespace comparison::actions {
namespace {

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

// Every class that never held the child.
std::vector<OtherClass> classes_beside(
    Visit const& visit,
    store::LastScored const& own,
    PupilId const& child,
    std::vector<schools::Period> const& periods,
    std::vector<Measure> const& taken
) {
    auto const held = store::classes_that_held(visit.db, visit.school, child);
    std::set<ClassId> not_among(held.begin(), held.end());
    not_among.insert(own.class_id);
    return other_classes(scores_of_stage(visit, own.year_group, periods), taken, not_among, {});
}

}  // namespace

std::optional<ChildBeside> comparison_of(Visit const& visit, need_to_know::Seen const& child, Worry worry) {
    if (!child.access.sees(need_to_know::Zone::progress)) return std::nullopt;
    auto const& pupil = child.pupil.id;
    auto const last = store::last_scored(visit.db, visit.school, pupil, visit.today);
    if (!last) return std::nullopt;
    auto const terms = schools::store::open_days(visit.db, visit.school).terms;
    auto const periods = same_time_of_year(terms, last->taken_on);
    auto const of_the_term = store::scores_of_class(visit.db, visit.school, last->class_id, periods.front());
    auto const scores = latest_of(of_the_term);
    auto const taken = measures_in(scores, measures::store::all(visit.db, visit.school));
    auto const own = in_class(*last, pupil, classmates_of(visit, *last, pupil), scores, taken);
    auto comparison = compared(own, classes_beside(visit, *last, pupil, periods, taken));
    comparison.days = days_of(of_the_term);
    if (last->taken_on < same_time_of_year(terms, visit.today).front().starts_on)
        comparison.cautions.insert(comparison.cautions.begin(), Caution::earlier_term);
    bool const is_named = worry == Worry::told || store::has_open_case(visit.db, visit.school, pupil);
    return ChildBeside{
        child.access.child(), is_named ? std::move(comparison) : without_a_claim(std::move(comparison))};
}

}  // namespace comparison::actions
