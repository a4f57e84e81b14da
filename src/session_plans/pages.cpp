#include "session_plans/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace session_plans::pages {
namespace {

design::Place back_to_library() { return {.text = "Session plans", .path = path()}; }

std::vector<design::Choice> choices(std::vector<TargetArea> const& areas) {
    std::vector<design::Choice> made;
    for (auto const& area : areas) made.push_back({.value = std::string(area.id.text()), .text = area.name});
    return made;
}

std::string areas_in_words(SessionPlan const& plan, std::vector<TargetArea> const& areas) {
    std::vector<std::string> names;
    for (auto const& area : areas)
        if (plan.is_for(area.id)) names.push_back(area.name);
    return text::listed(names);
}

h::Node fields(std::vector<TargetArea> const& areas, Answers const& answers) {
    return h::group(
        design::text_input(
            answers, {.name = "title", .label = "Name", .hint = "A few words, such as “The island we share”"}
        ),
        design::checkboxes(
            answers, {.name = "areas", .legend = "What is it for?", .choices = choices(areas)}
        ),
        design::text_input(
            answers,
            {.name = "minutes",
             .label = "How long it takes",
             .width = design::Chars::three,
             .input_mode = "numeric",
             .suffix = "minutes"}
        ),
        design::text_input(
            answers,
            {.name = "needed",
             .label = "What has to be at hand (optional)",
             .hint = "Such as paper, one die, four stones"}
        ),
        design::textarea(
            answers,
            {.name = "steps",
             .label = "What is done, step by step",
             .hint = "Name no child: the plan is for every session that begins with it",
             .rows = 10,
             .most = 3000}
        )
    );
}

h::Node what_it_says(SessionPlan const& plan) {
    auto const needed = [&]() -> h::Node { return h::p(h::strong("Needed: "), plan.needed); };
    return h::group(h::when(!plan.needed.empty(), needed), h::p(design::as_written(plan.steps)));
}

std::string in_a_line(SessionPlan const& plan, std::vector<TargetArea> const& areas) {
    return text::counted(plan.minutes, "minute", "minutes") + ", " + areas_in_words(plan, areas);
}

h::Node way_to_change(SessionPlan const& plan, std::string const&) {
    return h::p(h::a(h::href(path_of(plan.id)), "Change", design::unseen(" “" + plan.title + "”")));
}

h::Node area_filters(Library const& library) {
    std::vector<design::Filter> filters{{.text = "All", .path = path(), .current = !library.chosen}};
    for (auto const& area : library.areas)
        filters.push_back(
            {.text = area.name,
             .path = url::with_query(path(), {{"area", area.id.text()}}),
             .current = library.chosen == area.id}
        );
    return design::filters("Target areas", filters);
}

h::Node what_stands(SessionPlan const& plan) {
    return design::notice("What stands now", h::group(h::p(h::strong(plan.title)), what_it_says(plan)));
}

}  // namespace

h::Node plans_to_open(
    std::vector<SessionPlan> const& plans,
    std::vector<TargetArea> const& areas,
    h::Node (*leads_on)(SessionPlan const&, std::string const&),
    std::string const& where
) {
    auto const one = [&](SessionPlan const& plan) -> h::Node {
        return design::details(
            plan.title + " (" + in_a_line(plan, areas) + ")",
            h::group(what_it_says(plan), leads_on(plan, where))
        );
    };
    return h::group(h::each(plans, one));
}

design::Page library(Library const& library) {
    auto shown = library.plans;
    if (library.chosen)
        std::erase_if(shown, [&](SessionPlan const& plan) { return !plan.is_for(*library.chosen); });
    auto const none = []() -> h::Node {
        return design::empty_state("No plan stands here yet. Write one that worked, and others begin with it."
        );
    };
    return {
        .title = "Session plans",
        .back = {.text = "Programmes", .path = "/programmes"},
        .main = h::group(
            design::heading("Session plans"),
            h::p("Written once, and taken into any session as its beginning. What is taken is changed there."
            ),
            design::link_button("Write a session plan", path() + "/new"),
            area_filters(library),
            h::when(shown.empty(), none),
            plans_to_open(shown, library.areas, way_to_change, {})
        )};
}

design::Page new_plan(
    design::FormGuard const& guard, std::vector<TargetArea> const& areas, Answers const& answers
) {
    return {
        .title = "Write a session plan",
        .back = back_to_library(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Write a session plan"),
            design::form(guard, path(), fields(areas, answers), design::button("Add the session plan"))
        )};
}

design::Page edit_plan(
    design::FormGuard const& guard,
    std::vector<TargetArea> const& areas,
    Edit const& edit,
    Answers const& answers
) {
    auto const stands = [&]() -> h::Node { return what_stands(*edit.stands); };
    return {
        .title = "Change a session plan",
        .back = back_to_library(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change a session plan"),
            h::p("Sessions that began with it keep what they took."),
            h::when(edit.stands.has_value(), stands),
            design::form(
                guard,
                path_of(edit.plan),
                design::hidden("version", std::to_string(edit.version)),
                fields(areas, answers),
                design::button("Keep the change")
            )
        )};
}

}  // namespace session_plans::pages
