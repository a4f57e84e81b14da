#include <algorithm>

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "programmes/pages.hpp"
#include "safeguarding/pages.hpp"

// What is asked about one child's place.
namespace programmes::pages {
namespace {

h::Node target_field(Answers const& answers, Target const& target, bool by_two) {
    auto const theirs = [&]() -> h::Node {
        return design::notice(
            "Someone else changed this target while you wrote",
            h::group(
                h::p("Theirs stands here; yours stands in the field below. Put together what should stay, "
                     "then save."),
                h::p(design::as_written(target.words))
            )
        );
    };
    return h::group(
        h::when(by_two, theirs),
        design::hidden("held-" + words_field(target.id), target.words),
        design::textarea(
            answers,
            {.name = words_field(target.id),
             .label = target.area_name,
             .hint = "As the child says it: “I can join in at playtime.”",
             .rows = 2,
             .keep = "target-" + std::string(target.id.text())}
        )
    );
}

h::Node one_more(std::vector<Area> const& areas, Answers const& answers) {
    std::vector<design::Choice> choices;
    for (auto const& area : areas) choices.push_back({std::string(area.id.text()), area.name});
    return design::details(
        "Add a target",
        h::group(
            design::select(answers, {.name = "area", .label = "Target area", .choices = choices}),
            design::textarea(answers, {.name = "words", .label = "In the child's own words", .rows = 2})
        ),
        !answers.errors.empty()
    );
}

h::Node measure_steps(Answers const& answers, Target const& target) {
    return design::target_steps(
        answers,
        {.name = measure_field(target.id),
         .legend = named(target),
         .least_means = "Not at all yet",
         .most_means = "All the time"}
    );
}

}  // namespace

std::string targets_path(PlaceId const& place) { return path_of(place) + "/targets"; }
std::string measure_path(PlaceId const& place) { return path_of(place) + "/measure"; }
std::string ending_path(PlaceId const& place) { return path_of(place) + "/end"; }

design::Page targets(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    std::vector<Target> const& targets,
    std::vector<Area> const& areas,
    std::vector<TargetId> const& reworded_by_two,
    Answers const& answers
) {
    auto const field = [&](Target const& target) -> h::Node {
        bool const by_two = std::ranges::find(reworded_by_two, target.id) != reworded_by_two.end();
        return target_field(answers, target, by_two);
    };
    auto const drop = [&](Target const& target) -> h::Node {
        return design::post_button(
            guard,
            targets_path(place.id) + "/" + std::string(target.id.text()) + "/end",
            "Take out " + target.area_name
        );
    };
    return {
        .title = "Targets of " + child.pupil.forename,
        .back = {.text = "The programme", .path = path_of(place.programme)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("What " + child.pupil.forename + " hopes for"),
            h::p("Talk about each target together and write down the child's own words. The class teacher "
                 "then "
                 "measures where they see it today."),
            design::form(
                guard,
                targets_path(place.id),
                h::each(targets, field),
                one_more(areas, answers),
                design::button("Save the targets")
            ),
            h::when(
                targets.size() > 1,
                [&]() -> h::Node {
                    return design::details("Take out a target", h::group(h::each(targets, drop)));
                }
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page measure(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    std::vector<Target> const& targets,
    Answers const& answers
) {
    return {
        .title = "Before the programme: " + child.pupil.forename,
        .back = {.text = "Today", .path = "/"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("Where do you see " + child.pupil.forename + " today?"),
            h::p("You are asked the same again some weeks after the last session. Your number stands as you "
                 "give it."),
            design::form(
                guard,
                measure_path(place.id),
                h::each(targets, [&](Target const& target) { return measure_steps(answers, target); }),
                design::button("Send the measures")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page ending(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    Answers const& answers
) {
    return {
        .title = "End the place of " + child.pupil.forename,
        .back = {.text = "The programme", .path = path_of(place.programme)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("End the place of " + child.pupil.forename),
            h::p("From today no session can be recorded for this child, and the place is free. What is on "
                 "record "
                 "stays."),
            design::form(
                guard,
                ending_path(place.id),
                design::radios(
                    answers,
                    {.name = "end_reason",
                     .legend = "Why",
                     .choices =
                         {{.value = "no_longer_needed", .text = "It is no longer needed"},
                          {.value = "own_wish", .text = "The child does not want to go on"},
                          {.value = "left_school", .text = "The child has left the school"},
                          {.value = "moved_programme", .text = "The child moves to another programme"}}}
                ),
                design::textarea(
                    answers,
                    {.name = "why",
                     .label = "In a line",
                     .hint = "Nurture support is neither reward nor sanction: it never ends as one.",
                     .rows = 2}
                ),
                design::warning_button("End the place")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

}  // namespace programmes::pages
