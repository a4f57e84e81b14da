#include "need_to_know/pages.hpp"

#include "base/text.hpp"

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

}  // namespace need_to_know::pages
