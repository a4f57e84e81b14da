#include "assessments/lead_pages.hpp"

#include "assessments/fields.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"

namespace assessments::pages {
namespace {

h::Node to_plans(WayOn const& way) {
    if (way.plans == 0) return {};
    auto const path = url::with_query(session_plans::path(), {{"area", way.area.id.text()}});
    return h::group(
        ", ",
        h::a(
            h::href(path),
            text::counted(static_cast<long>(way.plans), "session plan", "session plans"),
            design::unseen(" for " + way.area.name)
        )
    );
}

h::Node one(WayOn const& way) {
    auto const path = url::with_query("/strategies", {{"area", way.area.id.text()}});
    return h::group(
        way.area.name,
        " (",
        h::a(h::href(path), "strategies", design::unseen(" for " + way.area.name)),
        to_plans(way),
        ")"
    );
}

std::string as_carried(std::vector<AreaId> const& areas) {
    std::vector<std::string> ids;
    for (auto const& area : areas) ids.emplace_back(area.text());
    return text::joined(ids, " ");
}

h::Node ticks(Answers const& answers, Scale const& scale, Ticking const& ticking) {
    std::vector<design::Choice> choices;
    for (auto const& area : ticking.areas)
        choices.push_back({.value = std::string(area.id.text()), .text = area.name});
    return h::group(
        design::hidden(stood_field(scale.code), as_carried(of_strand(ticking.stands, scale.code))),
        design::checkboxes(
            answers, {.name = areas_field(scale.code), .legend = called(scale), .choices = choices}
        )
    );
}

}  // namespace

h::Node ways_on(WaysOn const& ways, std::string const& scale) {
    auto const found = ways.find(scale);
    if (found == ways.end()) return {};
    std::vector<h::Node> drawn;
    for (auto const& way : found->second) {
        drawn.emplace_back(drawn.empty() ? ": " : "; ");
        drawn.push_back(one(way));
    }
    return h::group(drawn);
}

design::Page areas(design::FormGuard const& guard, Ticking const& ticking, Answers const& answers) {
    auto const all = scales_of(ticking.loaded.instrument);
    auto const strand = [&](Scale const& scale) -> h::Node { return ticks(answers, scale, ticking); };
    return {
        .title = "What strands lead to",
        .back = {.text = ticking.loaded.instrument.name, .path = path_of(ticking.loaded.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("What strands lead to", ticking.loaded.instrument.name),
            h::p("Where a strand most needs support, pages lead to the target areas that you tick here, and "
                 "to the strategies and session plans that your school has for them."),
            h::p("Where you tick none at all, what the instrument's file says counts, if it says anything."),
            design::form(
                guard,
                areas_path(ticking.loaded.id),
                h::each(all, strand),
                design::button("Save what they lead to")
            )
        )};
}

}  // namespace assessments::pages
