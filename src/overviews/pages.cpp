#include "overviews/pages.hpp"

#include <algorithm>
#include <cmath>

#include "design/lists.hpp"
#include "design/notices.hpp"
#include "overviews/panel_pages.hpp"

namespace overviews::pages {
namespace {

h::Node nobody_rated() {
    return design::empty_state("No child whose progress you see has been rated here in that time.");
}

h::Node panels(Overview const& overview, Points points, Names names) {
    auto const one = [&](Drawn const& drawn) -> h::Node { return panel(drawn, overview, points, names); };
    auto const none = [&]() -> h::Node { return nobody_rated(); };
    return h::group(h::each(overview.panels, one), h::when(overview.panels.empty(), none));
}

constexpr std::string_view kept_apart =
    "Ratings by different adults, against different norms and by different versions of an instrument stand "
    "apart: they are never put together. Short weekly forms, children's own goals and ratings that two "
    "adults have yet to agree on are left out.";

constexpr std::string_view who_is_in_it =
    "In it are children whose progress you see. Others are left out, and this page does not say whether "
    "there "
    "are any.";

// "12", or that it is not told
h::Node or_hidden(std::optional<int> const& count) {
    return count ? h::Node(std::to_string(*count)) : h::Node("not told");
}

h::Node average_of(HiddenStrand const& strand) {
    if (!strand.average) return h::Node("not told");
    auto const tenths = std::lround(*strand.average * 10);
    return h::Node(std::to_string(tenths / 10) + "." + std::to_string(tenths % 10));
}

bool has_norms(HiddenPanel const& panel) {
    return std::ranges::any_of(panel.strands, [](HiddenStrand const& strand) {
        return !strand.sides.empty();
    });
}

std::vector<h::Node> row_of(HiddenStrand const& strand, HiddenPanel const& panel) {
    std::vector<h::Node> row{
        named(panel.instrument, strand.scale), or_hidden(strand.rated), average_of(strand)};
    if (!has_norms(panel)) return row;
    for (auto const side : {Side::needs_support, Side::usual, Side::beyond}) {
        auto const found = strand.sides.find(side);
        row.push_back(found == strand.sides.end() ? h::Node("not known") : or_hidden(found->second));
    }
    return row;
}

h::Node hidden_panel(HiddenPanel const& panel) {
    using design::Align;
    design::Table table{
        .caption = panel.instrument.instrument.name + ", figures",
        .columns =
            {{.heading = "Strand or scale"}, {"Rated", Align::number}, {"Average score", Align::number}},
        .rows = {},
        .caption_unseen = true};
    if (has_norms(panel))
        for (auto const* const side :
             {"Outside, in need", "In the usual range", "Outside, on the other side"})
            table.columns.push_back({side, Align::number});
    for (auto const& strand : panel.strands) table.rows.push_back(row_of(strand, panel));
    return h::section(
        h::css("part"),
        h::h2(panel.instrument.instrument.name),
        h::p(by_whom(panel.instrument, panel.informant, panel.norms), "."),
        design::table(table)
    );
}

}  // namespace

design::Page of_class(
    std::string const& class_name, std::string const& class_path, Overview const& overview
) {
    return {
        .title = "Assessments of class " + class_name,
        .back = {.text = "Class " + class_name, .path = class_path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Assessments of class " + class_name),
            h::p("The last ratings of each child in the past twelve months. ", who_is_in_it),
            panels(overview, Points::latest, Names::told),
            design::small_print(kept_apart)
        )};
}

design::Page of_programme(
    std::string const& programme_name, std::string const& programme_path, Overview const& overview
) {
    return {
        .title = "Assessments, " + programme_name,
        .back = {.text = programme_name, .path = programme_path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Assessments", programme_name),
            h::p(
                "Each child's rating on entry, where it may be put beside the latest, and the latest. ",
                who_is_in_it
            ),
            panels(overview, Points::entry_and_latest, Names::told),
            design::small_print(kept_apart)
        )};
}

design::Page of_school(Overview const& overview) {
    return {
        .title = "Assessments over the school",
        .back = {.text = "All classes", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Assessments over the school"),
            h::p("The last ratings of each child in the past twelve months. ", who_is_in_it),
            panels(overview, Points::latest, Names::not_told),
            design::small_print(kept_apart)
        )};
}

design::Page of_school(HiddenOverview const& overview) {
    auto const none = []() -> h::Node {
        return design::empty_state("Nobody was rated in that time by an instrument that can be put together."
        );
    };
    return {
        .title = "Assessments over the school",
        .back = {.text = "All classes", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Assessments over the school"),
            h::p(
                "The last ratings of each child in the twelve months until ",
                calendar::day_month_year(overview.until),
                ". A number of one to four children is not told, nor what would show it."
            ),
            h::each(overview.panels, hidden_panel),
            h::when(overview.panels.empty(), none),
            design::small_print(kept_apart)
        )};
}

}  // namespace overviews::pages
