#include "moving/receiving_pages.hpp"

#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace moving::pages {
namespace {

h::Node lines_of(Document const& document, Section section) {
    std::vector<design::SummaryRow> rows;
    for (auto const& line : document.lines)
        if (line.section == section)
            rows.push_back({.key = line.label, .value = design::as_written(line.text)});
    if (rows.empty()) return {};
    return h::section(h::h2(std::string(in_words(section))), design::summary_list(rows));
}

h::Node all_lines(Document const& document) {
    h::Node all;
    for (auto const section : all_of<Section>()) all = h::group(all, lines_of(document, section));
    return all;
}

h::Node receipt(
    design::FormGuard const& guard, std::string const& path, Pack const& pack, Answers const& answers
) {
    if (pack.received_at)
        return design::inset(h::p(
            pack.received_by + " said on " + calendar::in_words(*pack.received_at) + " that you have it."
        ));
    return design::form(
        guard,
        path + "/receipt",
        design::text_input(answers, {.name = "name", .label = "Your name", .autocomplete = "name"}),
        design::button("I have it")
    );
}

}  // namespace

design::Page ask_for_code(
    design::FormGuard const& guard, std::string const& path, std::string const& school, Answers const& answers
) {
    return {
        .title = "Records for the SENCo",
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Records for the SENCo", school),
            h::p(school + " tells you a code by telephone. Ring them if you have none."),
            design::form(
                guard,
                path + "/code",
                design::text_input(
                    answers,
                    {.name = "code",
                     .label = "Code",
                     .hint = "Eight digits",
                     .width = design::Chars::ten,
                     .input_mode = "numeric",
                     .autocomplete = "one-time-code"}
                ),
                design::button("Open the records")
            )
        )};
}

design::Page received_pack(
    design::FormGuard const& guard,
    std::string const& path,
    Document const& document,
    Pack const& pack,
    Answers const& answers
) {
    auto const year = document.year.empty() ? std::string() : ", " + document.year;
    return {
        .title = "Nurture support for " + document.child,
        .back = {},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Nurture support for " + document.child, document.school),
            h::p(
                "Born on " + calendar::in_words(document.born_on) + year + ". Moves to " + document.to.name +
                " on " + calendar::in_words(document.to.moves_on) + "."
            ),
            h::p(design::as_written(document.to.why)),
            receipt(guard, path, pack, answers),
            design::button_row(
                design::secondary_link_button("Keep it as PDF", path + "/pack.pdf"),
                design::secondary_link_button("Keep it as JSON", path + "/pack.json")
            ),
            all_lines(document),
            h::h2("What is not in here"),
            h::p(std::string(about_safeguarding)),
            h::p("Of the child's own words only what the child lets go is in here.")
        )};
}

design::Page link_does_not_open() {
    return {
        .title = "This link does not open",
        .back = {},
        .main = h::group(
            design::heading("This link does not open"),
            h::p("It may be too old, closed after wrong codes, or taken back. Ring the SENCo of the school "
                 "that wrote to you, and ask for a new one.")
        )};
}

}  // namespace moving::pages
