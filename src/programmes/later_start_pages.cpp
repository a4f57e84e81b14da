#include "programmes/later_start_pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"

namespace programmes::pages {
namespace {

h::Node warning_of(std::vector<std::string> const& clashes) {
    if (clashes.empty()) return {};
    return design::notice(
        "Taken at that time",
        h::group(
            h::each(clashes, [](std::string const& clash) -> h::Node { return h::p(clash); }),
            h::p("Choose another day, or save it all the same at the end of the page.")
        )
    );
}

h::Node warning_of_training(std::string const& words) {
    if (words.empty()) return {};
    return design::notice(
        "Training ends before the last session",
        h::group(
            h::p(words),
            h::p("Renew it by then, or choose another day; or save it all the same at the end of the page.")
        )
    );
}

h::Node confirmation(Warnings const& warnings, Answers const& answers) {
    if (warnings.clashes.empty() && warnings.untrained_then.empty()) return {};
    return design::checkbox(answers, {.name = "all_the_same", .text = "Save it all the same"});
}

}  // namespace

std::string later_start_path(ProgrammeId const& programme) { return path_of(programme) + "/first-day"; }

std::string missed_start(Programme const& programme) {
    return "It was to start on " + calendar::in_words(programme.starts_on) + "; it has not started.";
}

design::Page later_start(
    design::FormGuard const& guard,
    Programme const& programme,
    bool missed,
    Warnings const& warnings,
    Answers const& answers
) {
    return {
        .title = "Another first day: " + programme.name,
        .back = {.text = programme.name, .path = path_of(programme.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Start on another day", programme.name),
            warning_of(warnings.clashes),
            warning_of_training(warnings.untrained_then),
            h::p(
                missed ? missed_start(programme)
                       : "It is to start on " + calendar::in_words(programme.starts_on) + ".",
                " The sessions that are planned move along: weekly from the new first day, on its weekday, "
                "at "
                "the same time and with their plans. Who was to stand in for one is asked again."
            ),
            design::form(
                guard,
                later_start_path(programme.id),
                design::date_input(
                    answers,
                    {.name = "starts_on",
                     .legend = "First session",
                     .hint = "A school day, today or later; days without school are left out."}
                ),
                design::textarea(
                    answers, {.name = "reason", .label = "Why it starts on another day", .rows = 2}
                ),
                confirmation(warnings, answers),
                design::button("Save the first day")
            )
        )};
}

}  // namespace programmes::pages
