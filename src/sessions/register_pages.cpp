#include "sessions/register_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "sessions/not_held_pages.hpp"
#include "sessions/plan_pages.hpp"

namespace sessions::pages {
namespace {

std::string path(View const& view) { return programmes::path_of(view.session.id); }

// Nothing is asked of a child about whom nothing can be recorded.
bool is_asked_of(Child const& child) { return child.consented && child.started; }

h::Node no_consent(programmes::Form form, Child const& child) {
    return design::notice(
        "No consent in force for " + child.called(),
        h::group(
            h::p(
                h::when(
                    child.agreed_to_the_other,
                    [&]() -> h::Node { return h::group(consent::that_the_yes_is_to_the_other(form), ". "); }
                ),
                "Nothing can be recorded for this child on the day. The SENCo knows where consent stands."
            ),
            design::hidden(register_field(child.place.id), "no_consent")
        )
    );
}

h::Node not_started(View const& view, std::vector<Child> const& children) {
    std::vector<std::string> called;
    for (auto const& child : children) called.push_back(child.called());
    return design::notice(
        text::listed(called) + (called.size() == 1 ? " has not started" : " have not started"),
        h::group(
            h::p(
                h::a(
                    h::href(programmes::path_of(view.programme.id)),
                    "Start " + (called.size() == 1 ? called.front() : std::string("them"))
                ),
                " on the programme's page first, if they are here."
            ),
            h::each(
                children,
                [](Child const& child) {
                    return design::hidden(register_field(child.place.id), "not_started");
                }
            )
        )
    );
}

// Why children are not asked about: one box for each without consent, and one for all who have not started.
h::Node stand_aside(View const& view, std::vector<Child> const& aside) {
    std::vector<Child> without_consent;
    std::vector<Child> to_start;
    for (auto const& child : aside) (child.consented ? to_start : without_consent).push_back(child);
    return h::group(
        h::each(without_consent, [&](Child const& child) { return no_consent(view.programme.form, child); }),
        to_start.empty() ? h::Node{} : not_started(view, to_start)
    );
}

h::Node box(Child const& child, Answers const& answers) {
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<WhyAbsent>())
        reasons.push_back({std::string(word(why)), std::string(in_words(why))});
    auto const why = design::select(
        answers,
        {.name = why_absent_field(child.place.id),
         .label = "Why " + child.called() + " is not here",
         .choices = reasons,
         .nothing = "Choose why"}
    );
    return h::group(
        design::hidden(listed_field(child.place.id), "yes"),
        design::checkbox(
            answers,
            {.name = register_field(child.place.id),
             .text = child.named.in_full(),
             .value = std::string(word(Attendance::not_here)),
             .more = why}
        )
    );
}

// The first button of a form is also what Enter presses, so that it is the one which says nothing of anyone
// while nobody is ticked. The style shows the one alone that is true (_buttons.scss).
h::Node ways_to_record(std::vector<Child> const& asked) {
    std::vector<std::string> called;
    for (auto const& child : asked) called.push_back(child.called());
    auto const buttons = buttons_of_register(called);
    return h::group(
        h::span(h::css("while-somebody-is-ticked"), design::button(buttons.others_are_here)),
        h::span(
            h::css("while-nobody-is-ticked"),
            design::button({.text = buttons.everyone_is_here, .name = "everyone", .value = "here"})
        )
    );
}

// The same form, sent to where the plan is saved.
h::Node save_the_plan_alone(View const& view) {
    return h::button(
        h::css("govuk-button govuk-button--secondary"),
        h::type("submit"),
        h::attribute("formaction", path(view) + "/plan"),
        "Save the plan"
    );
}

h::Node who_is_not_here(std::vector<Child> const& asked, Answers const& answers) {
    return design::fieldset(
        "Who is not here?",
        h::group(
            h::div(h::css("govuk-hint"), "Tick them, and say why. Whoever is not ticked is here."),
            h::each(asked, [&](Child const& child) { return box(child, answers); })
        ),
        design::Size::small
    );
}

// On the day it was planned for, it can't have been held on any other.
h::Node held_on(View const& view, Answers const& answers) {
    if (view.session.planned_on != view.today || !answers.error("held_on").empty())
        return design::date_input(answers, {.name = "held_on", .legend = "Held on"});
    return h::group(
        design::hidden("held_on", calendar::iso(view.today)),
        design::small_print(
            "It will be recorded as held today, " + calendar::weekday_day_month(view.today) + "."
        )
    );
}

// Nothing was held for an only child who is not here, so that is said where a session is not held.
h::Node register_of_one(View const& view, Child const& child, Answers const& answers) {
    auto const here = buttons_of_register({child.called()}).everyone_is_here;
    return h::group(
        design::hidden(listed_field(child.place.id), "yes"),
        held_on(view, answers),
        design::button_row(design::button({.text = here, .name = "everyone", .value = "here"})),
        h::p(
            "Not here? Then the session is not held: ",
            h::a(h::href("#" + std::string(not_held_id)), "say why, and whether it is held on another day"),
            "."
        )
    );
}

h::Node register_of_several(View const& view, std::vector<Child> const& asked, Answers const& answers) {
    return h::group(
        who_is_not_here(asked, answers), held_on(view, answers), design::button_row(ways_to_record(asked))
    );
}

h::Node the_register(View const& view, Answers const& answers) {
    std::vector<Child> asked;
    std::vector<Child> aside;
    for (auto const& child : view.children) (is_asked_of(child) ? asked : aside).push_back(child);
    return h::section(
        h::css("part"),
        h::h2("Register"),
        stand_aside(view, aside),
        h::when(
            asked.size() == 1, [&]() -> h::Node { return register_of_one(view, asked.front(), answers); }
        ),
        h::when(asked.size() > 1, [&]() -> h::Node { return register_of_several(view, asked, answers); })
    );
}

}  // namespace

bool register_is_open(View const& view) {
    return view.holds_it && view.programme.started_on && view.session.planned_on <= view.today &&
           view.has_begun;
}

std::string only_child(View const& view) {
    if (!register_is_open(view) || std::ranges::count_if(view.children, is_asked_of) != 1) return {};
    return std::ranges::find_if(view.children, is_asked_of)->called();
}

h::Node register_and_plan(design::FormGuard const& guard, View const& view, Answers const& answers) {
    h::Node const plan = h::section(
        h::css("part"),
        h::h2("Plan"),
        plan_field(view, "plan_version", answers),
        design::small_print("It is saved with the register, or alone by its own button."),
        reviewed(view.session),
        design::button_row(save_the_plan_alone(view))
    );
    return h::group(
        design::form(
            guard,
            path(view) + "/delivery",
            the_register(view, answers),
            design::beside(plan, children_to_plan_for(view))
        ),
        review(guard, view, answers)
    );
}

}  // namespace sessions::pages
