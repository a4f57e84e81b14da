#include "need_to_know/pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"
#include "visits/proof.hpp"

namespace need_to_know::pages {
namespace {

std::string year_in_words(std::string const& year_group) {
    if (year_group.empty()) return {};
    return year_group == "R" ? "Reception" : year_group;
}

}  // namespace

design::PupilHeader header(Seen const& seen, h::Node const& tag) {
    return {
        .name = seen.pupil.name(),
        .path = "/pupils/" + std::string(seen.pupil.id.text()),
        .class_name = seen.pupil.class_name,
        .year = year_in_words(seen.pupil.year_group),
        .supported_by = text::listed(seen.supporters),
        .why_seen = seen.access.reason(),
        .tag = tag};
}

h::Node show_what_was_confided(Seen const& seen, std::string_view path_of_page) {
    return h::div(
        h::css("confided"),
        design::on_screen(h::group(
            h::p("What " + seen.pupil.forename + " said in confidence opens once you show that it is you."),
            design::secondary_link_button(
                "Show what " + seen.pupil.forename + " said", visits::prove_then(path_of_page)
            )
        ))
    );
}

}  // namespace need_to_know::pages
