#include "referrals/closing_pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace referrals::pages {

std::string closing_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/closing";
}

design::Page closing(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::string const& sentence,
    Answers const& answers
) {
    auto const header = need_to_know::pages::header(child);
    auto const path = closing_path(the_case);
    return {
        .title = "Close the case: " + child.pupil.forename,
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Close " + child.pupil.forename + "'s case"),
            h::p(sentence),
            h::p("What is on record stays. A later need opens a case of its own, with a new concern."),
            design::form(
                guard,
                path,
                design::textarea(
                    answers,
                    {.name = "reason",
                     .label = "Why does it end, and what is offered instead?",
                     .rows = 3,
                     .most = 500,
                     .keep = path}
                ),
                design::warning_button("Close the case")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

}  // namespace referrals::pages
