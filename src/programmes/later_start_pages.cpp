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

h::Node warning_of_consent(NewDays const& then) {
    if (then.consent_runs_out.empty()) return {};
    return design::notice(
        "Consent runs out before the last session",
        h::group(
            h::each(then.consent_runs_out, [](std::string const& said) -> h::Node { return h::p(said); }),
            h::p(
                "The last session is on ",
                calendar::in_words(then.days.back()),
                ". Sessions end with the yes unless the parents are asked again and agree. Choose another "
                "day, or save it all the same at the end of the page."
            )
        )
    );
}

h::Node confirmation(NewDays const& then, Answers const& answers) {
    if (then.meet_nothing()) return {};
    return design::checkbox(answers, {.name = "all_the_same", .text = "Save it all the same"});
}

// On another weekday every session moves, so its days are read before they are saved.
h::Node another_weekday(NewDays const& then) {
    if (!then.another_weekday || then.days.empty()) return {};
    return design::notice(
        "The sessions move to another weekday",
        h::p("Nothing is saved yet. Read the new days below, and save again to take them.")
    );
}

h::Node days(NewDays const& then) {
    if (then.days.empty()) return {};
    auto const one = [](Date day) -> h::Node { return h::li(calendar::in_words(day)); };
    return h::group(
        h::h2("The sessions would be on"),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(then.days, one))
    );
}

h::Node what_changed_meanwhile(LaterStart const& start) {
    if (!start.changed_meanwhile) return {};
    return changed_while_you_wrote(h::group(
        h::p(
            "It is to start on ",
            h::strong(calendar::in_words(start.programme.starts_on)),
            " now. What you entered stands below; save again to put it in its place."
        ),
        start.last_change ? changes({*start.last_change}) : h::Node()
    ));
}

}  // namespace

std::string later_start_path(ProgrammeId const& programme) { return path_of(programme) + "/first-day"; }

std::string missed_start(Programme const& programme) {
    return "It was to start on " + calendar::in_words(programme.starts_on) + "; it has not started.";
}

design::Page later_start(design::FormGuard const& guard, LaterStart const& start, Answers const& answers) {
    auto const& [programme, missed, then, changed_meanwhile, last_change] = start;
    return {
        .title = "Another first day: " + programme.name,
        .back = {.text = programme.name, .path = path_of(programme.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Start on another day", programme.name),
            what_changed_meanwhile(start),
            another_weekday(then),
            warning_of(then.clashes),
            warning_of_training(then.untrained_then),
            warning_of_consent(then),
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
                design::hidden("version", std::to_string(programme.version)),
                then.days.empty() ? h::Node()
                                  : design::hidden("shown_from", calendar::iso(then.days.front())),
                design::date_input(
                    answers,
                    {.name = "starts_on",
                     .legend = "First session",
                     .hint = "A school day, today or later; days without school are left out."}
                ),
                design::textarea(
                    answers, {.name = "reason", .label = "Why it starts on another day", .rows = 2}
                ),
                days(then),
                confirmation(then, answers),
                design::button("Save the first day")
            )
        )};
}

}  // namespace programmes::pages
