#include "change/report_pages.hpp"

#include "design/controls.hpp"
#include "design/notices.hpp"
#include "letters/letter_pages.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace change::pages {
namespace {

h::Node before_it_goes(need_to_know::Seen const& child, CaseId const& the_case) {
    auto const contacts = "/pupils/" + std::string(child.pupil.id.text()) + "/contacts";
    return design::on_screen(h::group(
        h::p(
            "Read it through, and look at ",
            h::a(h::href(contacts), "the child’s contacts"),
            " for who may be given it. It holds none of the child’s own words, and nothing that was confided."
        ),
        h::p(
            design::link_button("Get it as PDF", sheet_path(the_case)),
            " ",
            design::secondary_link_button("Get it in large print", large_print_path(the_case))
        )
    ));
}

}  // namespace

design::Page report(need_to_know::Seen const& child, CaseId const& the_case, Report const& report) {
    auto const header = need_to_know::pages::header(child);
    return {
        .title = title_of(report),
        .back = {.text = "What has changed", .path = change_path(the_case)},
        .layout = design::Layout::paper,
        .main = h::group(
            design::on_screen(design::pupil_header(header)),
            before_it_goes(child, the_case),
            design::heading(title_of(report), report.school),
            letters::pages::letter_words(words_of(report), letters::pages::HeadingLevel::second),
            design::small_print(report.made_by + ", " + calendar::day_month_year(report.made_on)),
            design::on_screen(safeguarding::pages::link_for(child.access.child().id()))
        )};
}

}  // namespace change::pages
