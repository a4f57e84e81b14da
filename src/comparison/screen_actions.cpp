#include "comparison/screen_actions.hpp"

#include <algorithm>
#include <set>

#include "comparison/rules.hpp"
#include "comparison/score_rules.hpp"
#include "comparison/screen_rules.hpp"
#include "comparison/stage_actions.hpp"
#include "comparison/store.hpp"
#include "measures/store.hpp"
#include "measures/taking_actions.hpp"
#include "measures/taking_store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/class_store.hpp"
#include "schools/store.hpp"

namespace comparison::actions {
namespace {

using pupils::Pupil;

WholeClass whole_class(
    store::LastScored const& last,
    std::vector<Pupil> const& pupils,
    std::vector<ScoreOf> const& of_the_term,
    std::set<PupilId> const& own,
    std::vector<Measure> const& measures
) {
    auto const scores = latest_of(of_the_term);
    WholeClass of{
        .class_id = last.class_id,
        .class_name = last.class_name,
        .taken_on = last.taken_on,
        .days = days_of(of_the_term),
        .measures = measures_in(scores, measures),
        .pupils = {},
        .scores = {}};
    for (auto const& pupil : pupils) {
        of.pupils.push_back(pupil.id);
        if (own.contains(pupil.id)) of.own.insert(pupil.id);
        auto& row = of.scores.emplace_back();
        for (auto const& measure : of.measures) row.push_back(score_in(scores, pupil.id, measure.id));
    }
    return of;
}

Screen screen_beside(WholeClass of, StageScores const& stage) {
    std::set<PupilId> const themselves(of.pupils.begin(), of.pupils.end());
    auto const others = other_classes(stage, of.measures, {of.class_id}, themselves);
    return screened(std::move(of), others);
}

// What the classes of a stage were measured, asked once for each stage.
class Stages {
public:
    Stages(Visit const& visit, std::vector<schools::Period> periods)
        : visit_(visit), periods_(std::move(periods)) {}

    StageScores const& of(std::string const& year_group) {
        auto const years = same_stage(year_group);
        auto const key = years.empty() ? std::string() : years.front();
        auto const found = by_stage_.find(key);
        if (found != by_stage_.end()) return found->second;
        return by_stage_.emplace(key, scores_of_stage(visit_, year_group, periods_)).first->second;
    }

private:
    Visit const& visit_;
    std::vector<schools::Period> periods_;
    std::map<std::string, StageScores> by_stage_;
};

template <class One>
std::map<ClassId, std::vector<One>> by_class(std::vector<One> all) {
    std::map<ClassId, std::vector<One>> classes;
    for (auto& one : all) {
        std::optional<ClassId> const class_id = one.class_id;
        if (class_id) classes[*class_id].push_back(std::move(one));
    }
    return classes;
}

std::map<PupilId, need_to_know::Named> names_of(
    need_to_know::Sight const& sight, std::vector<Pupil> const& pupils
) {
    std::map<PupilId, need_to_know::Named> names;
    for (auto const& pupil : pupils)
        if (auto const named = sight.names(pupil); named && named->is_near()) names.emplace(pupil.id, *named);
    return names;
}

}  // namespace

std::optional<ScreenOfClass> screen_of_class(Visit const& visit, ClassId const& class_id) {
    if (!visit.who.teaches(class_id)) return std::nullopt;
    auto const the_class = pupils::class_store::find(visit.db, visit.school, class_id);
    if (!the_class) return std::nullopt;
    ScreenOfClass made{.class_id = class_id, .class_name = the_class->name, .screen = {}};
    auto const last = store::last_measured(visit.db, visit.school, class_id, visit.today);
    auto const on_day = last ? measures::actions::open_class(visit, class_id, last->taken_on) : std::nullopt;
    if (!on_day) return made;
    auto const periods =
        same_time_of_year(schools::store::open_days(visit.db, visit.school).terms, last->taken_on);
    auto const pupils = measures::taking_store::pupils_on(visit.db, visit.school, class_id, last->taken_on);
    auto of = whole_class(
        *last,
        pupils,
        store::scores_of_class(visit.db, visit.school, class_id, periods.front()),
        need_to_know::own_children(visit),
        measures::store::all(visit.db, visit.school)
    );
    made.screen = NamedScreen{
        .screen = screen_beside(std::move(of), scores_of_stage(visit, last->year_group, periods)),
        .names = {},
        .names_who_lack_a_score = true};
    for (auto const& pupil : on_day->pupils) made.screen->names.emplace(pupil.id(), pupil);
    return made;
}

SchoolScreens screens_of_school(Visit const& visit) {
    auto const periods =
        same_time_of_year(schools::store::open_days(visit.db, visit.school).terms, visit.today);
    auto const measures = measures::store::all(visit.db, visit.school);
    auto const own = need_to_know::own_children(visit);
    need_to_know::Sight const sight(visit);
    Stages stages(visit, periods);
    auto pupils = by_class(store::pupils_measured_within(visit.db, visit.school, periods.front()));
    auto scores = by_class(store::scores_within(visit.db, visit.school, periods.front()));
    auto const open_cases = store::pupils_with_open_case(visit.db, visit.school);
    SchoolScreens screens;
    std::set<ClassId> measured;
    for (auto const& last : store::measured_within(visit.db, visit.school, periods.front())) {
        auto const& members = pupils[last.class_id];
        auto of = whole_class(last, members, scores[last.class_id], own, measures);
        measured.insert(last.class_id);
        screens.measured.push_back(
            {.screen = screen_beside(std::move(of), stages.of(last.year_group)),
             .names = names_of(sight, members),
             .with_case = {open_cases.begin(), open_cases.end()}}
        );
    }
    for (auto const& a_class : pupils::class_store::classes(visit.db, visit.school, visit.today))
        if (a_class.pupils > 0 && !measured.contains(a_class.id))
            screens.not_measured.push_back(a_class.name);
    return screens;
}

void note_read(Visit const& visit, std::vector<need_to_know::Named> const& shown) {
    need_to_know::note_list_of_progress(visit, {shown.begin(), shown.end()});
}

}  // namespace comparison::actions
