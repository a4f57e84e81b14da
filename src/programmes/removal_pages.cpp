#include "design/controls.hpp"
#include "design/notices.hpp"
#include "programmes/pages.hpp"

namespace programmes::pages {

design::Page removal(design::FormGuard const& guard, Programme const& programme, Answers const& answers) {
    return {
        .title = "Remove " + programme.name,
        .back = {.text = programme.name, .path = path_of(programme.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Remove this programme", programme.name),
            h::p("Nobody has had a place in it, and no session was held. It leaves every list, and its room "
                 "and "
                 "times are free. That it was made, by whom and why it went stays on record. It can't be "
                 "brought "
                 "back; make another one instead."),
            design::form(
                guard,
                removal_path(programme.id),
                design::textarea(answers, {.name = "reason", .label = "Why it is removed", .rows = 2}),
                design::warning_button("Remove the programme")
            )
        )};
}

}  // namespace programmes::pages
