#include "demonstration/assessment_actions.hpp"

#include <algorithm>
#include <array>

#include "assessments/actions.hpp"
#include "assessments/instrument_rules.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "demonstration/weekly_actions.hpp"
#include "programmes/store.hpp"

namespace demonstration {
namespace {

using assessments::Instrument;
using assessments::LoadedInstrument;
using assessments::Occasion;

constexpr std::string_view observation = "withy-observation";
constexpr std::array<std::string_view, 4> instruments{observation, "wellbeing", "goals", "sdq-teacher"};
// School days before today.
constexpr int loaded = -4;
constexpr int rated = -2;
constexpr int agreed = -1;
constexpr std::size_t rated_children = 8;

void load_instruments(Visit& visit) {
    for (auto const code : instruments)
        must_hold(
            assessments::load(visit, std::string(assessments::shipped(code)->document), {}), "an instrument"
        );
    auto const schedule =
        must(assessments::store::newest(visit.db, visit.school, std::string(observation)), "the schedule");
    assessments::NormSet norms{
        .code = "made-up",
        .ages = schedule.instrument.ages,
        .source = "Made up for this demonstration, from no children",
        .bands = {}};
    for (auto const& scale : assessments::scales_of(schedule.instrument))
        norms.bands.push_back(
            {scale.code,
             {9, 15},
             assessments::Precision{
                 .mean = 12,
                 .standard_deviation = 2.5,
                 .reliability = 0.8,
                 .kind = assessments::ReliabilityKind::test_retest}}
        );
    must_hold(assessments::add_norms(visit, schedule, norms), "norms");
}

assessments::Rating of_difficulties(Story& story, LoadedInstrument const& by, Date on) {
    assessments::Rating rating{
        .informant = assessments::Informant::class_teacher,
        .occasion = Occasion::entry,
        .rated_on = on,
        .scheme = by.instrument.schemes.front().code};
    for (auto const& scale : assessments::scales_of(by.instrument))
        if (scale.sum_of.empty() && !scale.optional)
            rating.scores.push_back({.scale = scale.code, .score = story.chance.between(2, 8)});
    return rating;
}

LoadedInstrument newest(Visit& visit, std::string_view code) {
    return must(assessments::store::newest(visit.db, visit.school, std::string(code)), "an instrument");
}

void rate_by_the_teacher(Visit& visit, Story& story, Date began_on) {
    auto const schedule = newest(visit, observation);
    for (auto const& rating :
         {observed(story, schedule, Occasion::entry, began_on, 2),
          observed(story, schedule, Occasion::other, visit.today, story.chance.between(2, 3))})
        must_hold(assessments::rate(visit, story.the_case, schedule, rating), "a rating");
    rate_the_weeks(visit, story, schedule);
    auto const sdq = newest(visit, "sdq-teacher");
    must_hold(assessments::rate(visit, story.the_case, sdq, of_difficulties(story, sdq, began_on)), "scores");
}

// The SENCo agrees to the first rating; the others wait for a second adult.
void agree_to_the_first(Visit& visit, Story const& story) {
    auto const all = assessments::store::of_case(visit.db, visit.school, story.the_case);
    must_hold(assessments::agree(visit, story.the_case, all.front().id), "an agreement");
}

void rate(Telling& telling, Visit& visit, SharedStory const& story) {
    auto const place =
        programmes::store::latest_place_of(visit.db, visit.school, story->the_case, visit.today);
    if (!place || place->ended_on) return;
    auto const* const teacher = telling.school.teacher_of(place->pupil.class_id);
    if (!teacher) return;
    auto const rated_at = at(telling.days.counted_from(telling.today, rated), 15, 40);
    telling.diary.on(rated_at, *teacher, [story, began_on = place->allocated_on](Visit& the_teachers) {
        if (!assessments::is_closed(the_teachers, story->the_case))
            rate_by_the_teacher(the_teachers, *story, began_on);
    });
    telling.diary.on(
        at(telling.days.counted_from(telling.today, agreed), 12, 20),
        telling.school.senco,
        [story](Visit& the_sencos) {
            if (!assessments::is_closed(the_sencos, story->the_case)) agree_to_the_first(the_sencos, *story);
        }
    );
}

// Who has had support, and whose case is open still.
void rate_after(Telling& telling, Visit& visit, SharedStory const& story) {
    auto const place =
        programmes::store::latest_place_of(visit.db, visit.school, story->the_case, visit.today);
    if (!place || assessments::is_closed(visit, story->the_case)) return;
    auto const* const teacher = telling.school.teacher_of(place->pupil.class_id);
    if (!teacher) return;
    telling.diary.on(
        at(telling.days.counted_from(telling.today, rated), 15, 50),
        *teacher,
        [story](Visit& the_teachers) {
            if (!assessments::is_closed(the_teachers, story->the_case))
                rate_before_and_after(the_teachers, *story, newest(the_teachers, observation));
        }
    );
}

}  // namespace

void enter_assessments(
    Telling& telling, std::vector<SharedStory> const& stories, std::vector<SharedStory> const& supported
) {
    auto const loaded_at = at(telling.days.counted_from(telling.today, loaded), 16, 10);
    telling.diary.on(loaded_at, telling.school.senco, [&telling, stories, supported](Visit& visit) {
        load_instruments(visit);
        for (std::size_t i = 0; i < std::min(stories.size(), rated_children); ++i)
            rate(telling, visit, stories[i]);
        for (auto const& story : supported) rate_after(telling, visit, story);
    });
}

}  // namespace demonstration
