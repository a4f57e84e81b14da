#include "design/way.hpp"

#include <algorithm>

#include "design/drawings.hpp"
#include "design/notices.hpp"

namespace design {
namespace {

std::string_view step_css(StepState state) {
    switch (state) {
        case StepState::done: return "way__step way__step--done";
        case StepState::current: return "way__step way__step--current";
        case StepState::to_come: return "way__step way__step--to-come";
        case StepState::not_needed: return "way__step way__step--not-needed";
    }
    return {};
}

std::string_view step_words(StepState state) {
    switch (state) {
        case StepState::done: return "done";
        case StepState::current: return "now";
        case StepState::to_come: return "to come";
        case StepState::not_needed: return "not needed";
    }
    return {};
}

h::Node linked(std::string const& path, h::Node const& text) {
    if (path.empty()) return text;
    return h::a(h::href(path), text);
}

bool is_reached(Step const& step) {
    return step.state == StepState::done || step.state == StepState::current;
}

// The stem is green as far as the child has come, also past a step that was not needed.
h::Node step(Step const& one, bool reached) {
    // What is done shows its day; the state is then said only to those who do not see the leaf.
    auto const state = [&]() -> h::Node {
        if (one.when.empty()) return h::span(h::css("way__when"), step_words(one.state));
        return h::span(h::css("way__when"), unseen(step_words(one.state)), " ", one.when);
    };
    return h::li(
        h::css(std::string(step_css(one.state)) + (reached ? " way__step--reached" : "")),
        h::attribute_if("aria-current", one.state == StepState::current ? "step" : ""),
        h::span(h::css("way__leaf"), drawn_leaf()),
        h::span(h::css("way__words"), h::span(h::css("way__name"), linked(one.path, one.name)), " ", state())
    );
}

std::string_view week_css(WeekState state) {
    switch (state) {
        case WeekState::to_come:
        case WeekState::to_record:
        case WeekState::not_begun: return "week week--to-come";
        case WeekState::planned: return "week week--planned";
        case WeekState::held: return "week week--held";
        case WeekState::missed: return "week week--missed";
        case WeekState::not_held:
        case WeekState::put_off:
        case WeekState::brought_forward:
        case WeekState::closed: return "week week--closed";
    }
    return {};
}

std::string_view week_words(WeekState state) {
    switch (state) {
        case WeekState::to_come: return "To plan";
        case WeekState::planned: return "Planned";
        case WeekState::to_record: return "To record";
        case WeekState::not_begun: return "Not begun";
        case WeekState::held: return "Held";
        case WeekState::missed: return "Missed";
        case WeekState::not_held: return "Not held";
        case WeekState::put_off: return "Put off";
        case WeekState::brought_forward: return "Brought forward";
        case WeekState::closed: return "School closed";
    }
    return {};
}

// "Session 4": where eight stand in one narrow row, the number alone is seen.
h::Node name_of(Week const& one) {
    if (one.name.empty()) return h::span(h::css("week__name"), h::attribute("aria-hidden", "true"), "\u2013");
    auto const number = one.name.find_last_of(' ') + 1;
    return h::span(
        h::css("week__name"),
        linked(
            one.path,
            h::group(h::span(h::css("week__word"), one.name.substr(0, number)), one.name.substr(number))
        )
    );
}

// Where there is no name, this is the way to the week's page, and several that read alike have their days.
h::Node what_became_of(Week const& one) {
    if (!one.name.empty()) return week_words(one.state);
    return linked(one.path, h::group(week_words(one.state), unseen(", " + one.when)));
}

h::Node week(Week const& one) {
    auto const css = std::string(week_css(one.state)) + (one.today ? " week--today" : "");
    auto const why = [&]() -> h::Node { return h::span(h::css("week__why"), one.why); };
    auto const today = [&]() -> h::Node { return h::span(h::css("week__today"), "This week"); };
    return h::li(
        h::css(css),
        h::attribute_if("aria-current", one.today ? "date" : ""),
        name_of(one),
        h::span(h::css("week__when"), one.when),
        h::span(h::css("week__state"), what_became_of(one)),
        h::when(!one.why.empty(), why),
        h::when(one.today, today)
    );
}

}  // namespace

h::Node step_line(std::vector<Step> const& steps) {
    auto const beyond = std::ranges::find_if(steps.rbegin(), steps.rend(), is_reached).base();
    std::vector<h::Node> drawn;
    for (auto one = steps.begin(); one != steps.end(); ++one) drawn.push_back(step(*one, one < beyond));
    return h::ol(h::css("way"), h::attribute("aria-label", "Steps"), drawn);
}

h::Node week_strip(std::vector<Week> const& weeks) {
    return h::ol(h::css("weeks"), h::attribute("aria-label", "Weeks"), h::each(weeks, week));
}

}  // namespace design
