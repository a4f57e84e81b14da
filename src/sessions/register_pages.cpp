#include "sessions/register_pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "sessions/plan_pages.hpp"

namespace sessions::pages {
namespace {

std::string path(View const& view) { return programmes::path_of(view.session.id); }

h::Node register_row(programmes::Form form, Child const& child, Answers const& answers) {
    auto const field = register_field(child.place.id);
    if (!child.consented)
        return design::notice(
            "No consent in force for " + child.place.pupil.forename,
            h::group(
                h::p(
                    h::when(
                        child.agreed_to_the_other,
                        [&]() -> h::Node {
                            return h::group(consent::that_the_yes_is_to_the_other(form), ". ");
                        }
                    ),
                    "Nothing can be recorded for this child on the day. The SENCo knows where consent stands."
                ),
                design::hidden(field, "no_consent")
            )
        );
    if (!child.started)
        return design::notice(
            child.place.pupil.forename + " has not started",
            h::group(
                h::p(
                    h::a(
                        h::href(programmes::path_of(child.place.programme)),
                        "Start " + child.place.pupil.forename
                    ),
                    " on the programme's page first, if they are here."
                ),
                design::hidden(field, "not_started")
            )
        );
    std::vector<design::Choice> reasons;
    for (auto const why : all_of<WhyAbsent>())
        reasons.push_back({std::string(word(why)), std::string(in_words(why))});
    auto const why = design::select(
        answers,
        {.name = why_absent_field(child.place.id),
         .label = "Why " + child.place.pupil.forename + " is not here",
         .choices = reasons,
         .nothing = "Choose why"}
    );
    return h::group(
        design::hidden(listed_field(child.place.id), "yes"),
        design::radios(
            answers,
            {.name = field,
             .legend = child.place.pupil.name(),
             .choices =
                 {{.value = std::string(word(Attendance::here)), .text = "Here"},
                  {.value = std::string(word(Attendance::not_here)), .text = "Not here", .more = why}},
             .in_a_row = true}
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

h::Node the_register(View const& view, Answers const& answers) {
    return h::section(
        h::css("part"),
        h::h2("Register"),
        h::each(
            view.children,
            [&](Child const& child) { return register_row(view.programme.form, child, answers); }
        ),
        design::date_input(answers, {.name = "held_on", .legend = "Held on"}),
        // The first button of a form is also what Enter presses.
        design::button_row(
            design::button("Record the session as delivered"),
            design::secondary_button(
                {.text = "Everyone is here: record it", .name = "everyone", .value = "here"}
            ),
            save_the_plan_alone(view)
        )
    );
}

}  // namespace

bool register_is_open(View const& view) {
    return view.holds_it && view.programme.started_on && view.session.planned_on <= view.today;
}

h::Node plan_and_register(design::FormGuard const& guard, View const& view, Answers const& answers) {
    h::Node const plan = h::section(
        h::css("part"),
        h::h2("Plan"),
        plan_field(view, "plan_version", answers),
        design::small_print("It is saved with the register, or alone by the last button."),
        reviewed(view.session)
    );
    return h::group(
        design::form(
            guard,
            path(view) + "/delivery",
            design::beside(plan, children_to_plan_for(view)),
            the_register(view, answers)
        ),
        review(guard, view, answers)
    );
}

}  // namespace sessions::pages
