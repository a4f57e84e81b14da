#include "strategies/pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace strategies::pages {
namespace {

design::Place back_to_library() { return {.text = "Strategies", .path = path()}; }

std::vector<design::Choice> choices(std::vector<TargetArea> const& areas) {
    std::vector<design::Choice> made;
    for (auto const& area : areas) made.push_back({.value = std::string(area.id.text()), .text = area.name});
    return made;
}

h::Node fields(std::vector<TargetArea> const& areas, Answers const& answers) {
    return h::group(
        design::select(
            answers, {.name = "area", .label = "What does it help with?", .choices = choices(areas)}
        ),
        design::text_input(
            answers, {.name = "title", .label = "Name", .hint = "A few words, such as “Give the pair a job”"}
        ),
        design::textarea(
            answers,
            {.name = "words",
             .label = "What a teacher does",
             .hint = "A sentence or two that can be tried tomorrow",
             .rows = 4,
             .most = 600}
        )
    );
}

h::Node one(Strategy const& strategy, bool may_edit) {
    auto const own = [&]() -> h::Node { return design::tag(design::TagKind::calm, "Our school's own"); };
    auto const change = [&]() -> h::Node {
        return h::p(
            h::css("small"),
            h::a(h::href(path_of(strategy.id)), "Change", design::unseen(" “" + strategy.title + "”"))
        );
    };
    return h::div(
        h::css("strategy"),
        h::h3(h::css("strategy__title"), strategy.title, " ", h::when(strategy.schools_own, own)),
        h::p(design::as_written(strategy.words)),
        h::when(may_edit, change)
    );
}

h::Node one_shelf(Shelf const& shelf, bool may_edit) {
    auto const strategy = [&](Strategy const& of) -> h::Node { return one(of, may_edit); };
    auto const none = [&]() -> h::Node {
        return design::empty_state("Nothing stands here yet. The SENCo can add what works in your school.");
    };
    return h::section(
        h::id("area-" + std::string(shelf.area.id.text())),
        h::h2(shelf.area.name),
        h::each(shelf.strategies, strategy),
        h::when(shelf.strategies.empty(), none)
    );
}

h::Node area_filters(std::vector<Shelf> const& shelves, std::optional<AreaId> const& chosen) {
    std::vector<design::Filter> filters{{.text = "All", .path = path(), .current = !chosen}};
    for (auto const& shelf : shelves)
        filters.push_back(
            {.text = shelf.area.name,
             .path = url::with_query(path(), {{"area", shelf.area.id.text()}}),
             .current = chosen == shelf.area.id}
        );
    return design::filters("Target areas", filters);
}

h::Node ways_to_add(design::FormGuard const& guard, Answers const& area_answers) {
    return h::group(
        design::link_button("Add a strategy", path() + "/new"),
        design::details(
            "Add a target area",
            design::form(
                guard,
                path() + "/areas",
                design::text_input(
                    area_answers,
                    {.name = "name",
                     .label = "Name of the target area",
                     .hint = "The policy's list is a start; a school adds what its children need",
                     .width = design::Chars::twenty}
                ),
                design::secondary_button("Add the target area")
            ),
            !area_answers.errors.empty()
        )
    );
}

h::Node what_stands(Strategy const& strategy) {
    return design::notice(
        "What stands now", h::group(h::p(h::strong(strategy.title)), h::p(design::as_written(strategy.words)))
    );
}

}  // namespace

std::string path() { return "/strategies"; }
std::string path_of(StrategyId const& strategy) { return path() + "/" + std::string(strategy.text()); }

h::Node shelf_list(std::vector<Shelf> const& shelves) {
    auto const shelf = [](Shelf const& of) -> h::Node { return one_shelf(of, false); };
    return h::group(h::each(shelves, shelf));
}

design::Page library(
    design::FormGuard const& guard,
    std::vector<Shelf> const& shelves,
    std::optional<AreaId> const& chosen,
    bool may_edit,
    Answers const& area_answers
) {
    auto const shelf = [&](Shelf const& of) -> h::Node {
        return chosen && *chosen != of.area.id ? h::Node{} : one_shelf(of, may_edit);
    };
    auto const add = [&]() -> h::Node { return ways_to_add(guard, area_answers); };
    return {
        .title = "Strategies for the classroom",
        .back = {},
        .main = h::group(
            design::error_summary(area_answers.errors),
            design::heading("Strategies for the classroom"),
            h::p("Things to try tomorrow, whether or not a child has a place in a programme."),
            h::when(may_edit, add),
            area_filters(shelves, chosen),
            h::each(shelves, shelf)
        )};
}

design::Page new_strategy(
    design::FormGuard const& guard, std::vector<TargetArea> const& areas, Answers const& answers
) {
    return {
        .title = "Add a strategy",
        .back = back_to_library(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Add a strategy"),
            h::p("Teachers see it whenever they raise a concern in this area, before Withy's own."),
            design::form(guard, path(), fields(areas, answers), design::button("Add the strategy"))
        )};
}

design::Page edit_strategy(
    design::FormGuard const& guard,
    std::vector<TargetArea> const& areas,
    Edit const& edit,
    Answers const& answers
) {
    auto const stands = [&]() -> h::Node { return what_stands(*edit.stands); };
    return {
        .title = "Change a strategy",
        .back = back_to_library(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Change a strategy"),
            h::when(edit.stands.has_value(), stands),
            design::form(
                guard,
                path_of(edit.strategy),
                design::hidden("version", std::to_string(edit.version)),
                fields(areas, answers),
                design::button("Keep the change")
            )
        )};
}

}  // namespace strategies::pages
