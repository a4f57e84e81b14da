#include "installation/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace installation::pages {
namespace {

h::Node tag_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::not_used: return design::tag(design::TagKind::calm, in_words(verdict));
        case Verdict::safe: return design::tag(design::TagKind::done, in_words(verdict));
        case Verdict::look: return design::tag(design::TagKind::due, in_words(verdict));
        case Verdict::unsafe: return design::tag(design::TagKind::overdue, in_words(verdict));
    }
    return {};
}

h::Node lines_of(Finding const& finding) {
    std::vector<h::Node> lines;
    for (auto const& line : finding.lines) lines.push_back(h::p(line, "."));
    return h::group(lines);
}

h::Node name_of(Finding const& finding) {
    auto const stands = [](std::string const& words) -> h::Node { return design::small_print(words + "."); };
    return h::group(in_words(finding.check), h::each(finding.stands, stands));
}

h::Node in_short(std::vector<Finding> const& findings) {
    auto const unsafe = std::ranges::count(findings, Verdict::unsafe, &Finding::verdict);
    if (unsafe == 0) return h::p("Nothing unsafe was found.");
    return h::p(
        text::counted(unsafe, "thing is", "things are"),
        " unsafe. Show this page to whoever runs Withy for the school."
    );
}

}  // namespace

design::Page installation(std::vector<Finding> findings) {
    std::ranges::stable_sort(findings, std::ranges::greater{}, &Finding::verdict);
    design::Table table{
        .caption = "What was looked at",
        .columns = {{.heading = "What"}, {.heading = "Found"}, {.heading = "What to do"}},
        .rows = {}};
    for (auto const& finding : findings)
        table.rows.push_back({name_of(finding), tag_of(finding.verdict), lines_of(finding)});
    return {
        .title = "Is this installation safe",
        .back = {.text = "School", .path = "/school"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Is this installation safe?"),
            in_short(findings),
            design::table(table),
            h::p("On its machine, ", h::code("withy doctor"), " tells the same and more.")
        )};
}

}  // namespace installation::pages
