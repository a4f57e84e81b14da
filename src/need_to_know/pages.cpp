#include "need_to_know/pages.hpp"

#include "base/text.hpp"

namespace need_to_know::pages {
namespace {

std::string year_in_words(std::string const& year_group) {
    if (year_group.empty()) return {};
    return year_group == "R" ? "Reception" : "Year " + year_group;
}

}  // namespace

design::PupilHeader header(
    pupils::Pupil const& pupil, Access const& access, std::vector<std::string> const& supporters, h::Node tag
) {
    return {
        .name = pupil.name(),
        .path = "/pupils/" + std::string(pupil.id.text()),
        .class_name = pupil.class_name,
        .year = year_in_words(pupil.year_group),
        .supported_by = text::listed(supporters),
        .why_seen = access.reason(),
        .tag = std::move(tag)};
}

}  // namespace need_to_know::pages
