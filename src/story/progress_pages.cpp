#include "story/progress_pages.hpp"

#include <algorithm>

#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"
#include "programmes/pages.hpp"

namespace story::pages {
namespace {

using need_to_know::Relationship;
using programmes::pages::short_day;

design::StepState drawn(LeafState state) {
    switch (state) {
        case LeafState::done: return design::StepState::done;
        case LeafState::current:
        case LeafState::refused:
        case LeafState::expired:
        case LeafState::stopped: return design::StepState::current;
        case LeafState::to_come: return design::StepState::to_come;
        case LeafState::not_needed: return design::StepState::not_needed;
    }
    return {};
}

// A leaf shows its day, or how the case was held there. What was taken and has stopped since has both.
std::string beside(Leaf const& leaf) {
    if (leaf.state == LeafState::stopped && leaf.on) return short_day(*leaf.on) + ", since stopped";
    switch (leaf.state) {
        case LeafState::refused: return "refused";
        case LeafState::expired: return "expired";
        case LeafState::stopped: return "stopped";
        case LeafState::current: return {};
        case LeafState::done:
        case LeafState::to_come:
        case LeafState::not_needed: break;
    }
    return leaf.on ? short_day(*leaf.on) : std::string();
}

// Sessions are pages of who delivers and who coordinates.
bool opens_sessions(Relationship relationship) {
    return relationship == Relationship::deliverer || relationship == Relationship::former_deliverer ||
           relationship == Relationship::stand_in || relationship == Relationship::senco;
}

h::Node weeks(Story const& story, PlaceTold const& told, bool begun) {
    bool const opens = opens_sessions(story.seen.access.relationship());
    std::vector<design::Week> weeks;
    for (auto const& session : told.sessions) {
        auto week = programmes::pages::week_of(
            {.number = session.number,
             .outcome = session.outcome,
             .has_plan = session.has_plan,
             .planned_on = session.planned_on,
             .why_not = session.why_not,
             .moved_from = session.moved_from,
             .moved_to = session.moved_to,
             .begun = begun},
            story.today
        );
        week.when = short_day(session.day());
        week.today = calendar::monday_of(session.day()) == calendar::monday_of(story.today);
        if (session.attended == false && session.why_absent)
            week.why = "Absent: " + std::string(sessions::in_words(*session.why_absent));
        if (opens) week.path = programmes::path_of(session.id);
        weeks.push_back(std::move(week));
    }
    return design::week_strip(weeks);
}

h::Node next(CaseTold const& told) {
    if (!told.next) return {};
    return h::p(
        h::strong("Next session: "),
        calendar::weekday_day_month(told.next->planned_on) + " at " + told.next->starts_at_time + " in " +
            told.next->room_name + ", with " + told.latest_place()->deliverer_name + "."
    );
}

std::string measures_of(programmes::Target const& target) {
    if (!target.before && target.after)
        return "The class teacher did not measure it before the programme; after it: " +
               std::to_string(*target.after) + ".";
    if (!target.before) return "The class teacher has not measured it yet.";
    auto const before = "The class teacher's measure before the programme: " + std::to_string(*target.before);
    return target.after ? before + ", and after it: " + std::to_string(*target.after) + "." : before + ".";
}

h::Node chart(TargetTold const& told, std::string const& forename, std::string const& name) {
    design::ChartLine line{.name = forename, .points = {}};
    for (auto const& rated : told.ratings)
        line.points.push_back(
            {.when = short_day(rated.on),
             .day = rated.on.day.time_since_epoch().count(),
             .value = rated.rating}
        );
    return design::chart(
        {.question = name + ": is this getting easier for " + forename + "?",
         .caption = told.caption,
         .lines = {std::move(line)}}
    );
}

bool is_rated(Rated const& one) { return one.rating.has_value(); }

// One rating has nothing to be compared with, so it is said and not drawn.
h::Node only_rating(TargetTold const& told, std::string const& name) {
    auto const only = std::ranges::find_if(told.ratings, is_rated);
    return h::group(
        h::h3(name),
        h::p("Rated ", h::strong(std::to_string(*only->rating)), " on ", calendar::in_words(only->on), "."),
        design::small_print(told.caption)
    );
}

h::Node ratings(TargetTold const& told, std::string const& forename, std::string const& name) {
    auto const rated = std::ranges::count_if(told.ratings, is_rated);
    if (rated == 0) return h::h3(name);
    return rated == 1 ? only_rating(told, name) : chart(told, forename, name);
}

h::Node target(TargetTold const& told, std::string const& forename) {
    auto const name = programmes::named(told.target);
    return h::div(ratings(told, forename, name), design::small_print(measures_of(told.target)));
}

h::Node targets(PlaceTold const& told, std::string const& forename) {
    if (told.targets.empty()) return {};
    auto const one = [&](TargetTold const& each) -> h::Node { return target(each, forename); };
    return h::group(h::h2("Targets"), h::div(h::css("targets"), h::each(told.targets, one)));
}

h::Node programme(Story const& story, CaseTold const& the_case, PlaceTold const& told) {
    bool const is_latest = &told == the_case.latest_place();
    auto const ended = told.ended_on ? ". Ended on " + calendar::in_words(*told.ended_on) + "." : ".";
    return h::group(
        h::h2((is_latest ? "" : "Earlier: ") + told.programme_name),
        h::p(std::string(in_words(told.form)) + ", with " + told.deliverer_name + ended),
        weeks(story, told, the_case.begun || !is_latest),
        is_latest ? next(the_case) : h::Node(),
        targets(told, story.seen.pupil.forename)
    );
}

}  // namespace

h::Node way(CaseTold const& told) {
    std::vector<design::Step> steps;
    for (auto const& leaf : told.way)
        steps.push_back(
            {.name = std::string(in_words(leaf.step)), .state = drawn(leaf.state), .when = beside(leaf)}
        );
    return design::step_line(steps);
}

h::Node programmes(Story const& story, CaseTold const& told) {
    std::vector<h::Node> shown;
    for (auto const& place : told.places) shown.push_back(programme(story, told, place));
    return h::group(shown);
}

}  // namespace story::pages
