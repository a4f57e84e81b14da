#include "overviews/pages.hpp"

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
    "apart: they are never put together. Left out are short weekly forms, children's own goals, and two "
    "ratings side by side until one is agreed to; a rating by one adult alone is in.";

constexpr std::string_view who_is_in_it =
    "In it are children whose progress you see. Others are left out, and this page does not say whether "
    "there "
    "are any.";

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

}  // namespace overviews::pages
