#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "staff/form_pages.hpp"

// The forms about a person's training.
namespace staff::pages {
namespace {

// A correction does not rewrite silently what was held.
h::Node warning_of(std::vector<HeldSession> const& untrained) {
    auto const line = [](HeldSession const& session) -> h::Node {
        return h::li(
            "Session ", session.number, " of ", session.programme_name, ", ", calendar::in_words(session.on)
        );
    };
    return design::notice(
        "Sessions would stand without training",
        h::group(
            h::p("These were held while the training was in force as it stands now. They stay on record as "
                 "held, "
                 "without training in force on their day:"),
            h::ul(h::css("govuk-list govuk-list--bullet"), h::each(untrained, line)),
            h::p("Correct the days if they are wrong, or save it all the same below.")
        )
    );
}

h::Node confirmation(bool asked, std::string const& name, std::string const& text, Answers const& answers) {
    return asked ? design::checkbox(answers, {.name = name, .text = text}) : h::Node();
}

}  // namespace

design::Page add_training(design::FormGuard const& guard, Person const& of, Answers const& answers) {
    auto const form = h::Node(design::form(
        guard,
        path_of(of.id) + "/training",
        design::radios(
            answers,
            {.name = "kind",
             .legend = "What was it for?",
             .choices =
                 {{.value = "nurture",
                   .text = "Nurture training",
                   .hint = "Needed to be allocated pupils and to deliver sessions"},
                  {.value = "safeguarding",
                   .text = "Safeguarding procedure",
                   .hint = "That they know it, renewed every year"}}}
        ),
        design::text_input(answers, {.name = "name", .label = "Name of the training"}),
        design::date_input(answers, {.name = "held_on", .legend = "Held on"}),
        design::date_input(answers, {.name = "expires_on", .legend = "Counts until"}),
        design::button("Record training")
    ));
    return form_page("Record training", of, answers, form);
}

design::Page correct_training(
    design::FormGuard const& guard, Correcting const& correcting, Answers const& answers
) {
    auto const path = path_of(correcting.of.id) + "/training/" + std::string(correcting.training.id.text());
    bool const warns = !correcting.untrained.empty();
    h::Node const form = h::group(
        h::p("What stands now is kept with your reason, and shown below the training."),
        h::when(warns, [&]() -> h::Node { return warning_of(correcting.untrained); }),
        design::form(
            guard,
            path + "/correction",
            design::text_input(answers, {.name = "name", .label = "Name of the training"}),
            design::date_input(answers, {.name = "held_on", .legend = "Held on"}),
            design::date_input(answers, {.name = "expires_on", .legend = "Counts until"}),
            design::text_input(answers, {.name = "reason", .label = "Why is it corrected?"}),
            confirmation(
                warns && !correcting.takes_back, "correct_all_the_same", "Correct it all the same", answers
            ),
            design::button("Correct the entry")
        ),
        h::h2("Or take it back"),
        h::p("Where it was entered for another person, or never took place."),
        design::form(
            guard,
            path + "/taking-back",
            design::text_input(answers, {.name = "why", .label = "Why is it taken back?"}),
            confirmation(
                warns && correcting.takes_back, "take_back_all_the_same", "Take it back all the same", answers
            ),
            design::warning_button("Take the entry back")
        )
    );
    return form_page("Correct training", correcting.of, answers, form);
}

}  // namespace staff::pages
