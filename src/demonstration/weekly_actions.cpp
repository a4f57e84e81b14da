#include "demonstration/weekly_actions.hpp"

#include <algorithm>

#include "assessments/actions.hpp"
#include "change/weeks_store.hpp"

namespace demonstration {
namespace {

using assessments::LoadedInstrument;
using assessments::Occasion;

constexpr int weeks_before = 3;
constexpr int week_without_a_rating = 2;  // of the programme
constexpr int days_to_the_follow_up = 28;

// Little by little, so that the drawing has something to show.
int about_in_week(int week) { return std::clamp(1 + (week + 1) / 2, 1, 3); }

bool is_asked(assessments::Form const& form, int number) {
    return form.items.empty() || std::ranges::count(form.items, number) > 0;
}

void keep(Visit& visit, Story const& story, LoadedInstrument const& by, assessments::Rating const& rating) {
    must_hold(assessments::rate(visit, story.the_case, by, rating), "a rating");
}

}  // namespace

assessments::Rating observed(
    Story& story, LoadedInstrument const& by, Occasion occasion, Date on, int about
) {
    assessments::Rating rating{
        .informant = assessments::Informant::class_teacher, .occasion = occasion, .rated_on = on};
    auto const* const form = form_for(by.instrument, occasion);
    if (form->items.empty()) rating.norms = by.norms.front().id;
    for (auto const& item : by.instrument.items)
        if (is_asked(*form, item.number))
            rating.ratings.push_back({item.number, std::clamp(about + story.chance.between(-1, 1), 0, 4)});
    return rating;
}

void rate_the_weeks(Visit& visit, Story& story, LoadedInstrument const& by) {
    auto const began_on = change::store::support_of(visit.db, visit.school, story.the_case).began_on;
    if (!began_on) return;
    for (int week = -weeks_before; *began_on + 7 * week <= visit.today; ++week)
        if (week != week_without_a_rating)
            keep(
                visit,
                story,
                by,
                observed(story, by, Occasion::weekly, *began_on + 7 * week, about_in_week(week))
            );
}

void rate_before_and_after(Visit& visit, Story& story, LoadedInstrument const& by) {
    auto const support = change::store::support_of(visit.db, visit.school, story.the_case);
    if (!support.began_on || !support.ended_on) return;
    keep(visit, story, by, observed(story, by, Occasion::entry, *support.began_on - 4, 1));
    keep(visit, story, by, observed(story, by, Occasion::exit, *support.ended_on, 3));
    if (*support.ended_on + days_to_the_follow_up <= visit.today)
        keep(visit, story, by, observed(story, by, Occasion::follow_up, visit.today, 3));
}

}  // namespace demonstration
