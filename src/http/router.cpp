#include "http/router.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace http {
namespace {

bool is_place(std::string_view part) {
    return part.size() > 2 && part.starts_with('{') && part.ends_with('}');
}

std::string_view name_of(std::string_view place) { return place.substr(1, place.size() - 2); }

bool fits(std::string_view part, std::string_view segment) {
    return is_place(part) ? !segment.empty() : part == segment;
}

std::string_view take_segment(std::string_view& path) {
    auto const segment = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(segment.size() + 1, path.size()));
    return segment;
}

}  // namespace

Pattern::Pattern(std::string_view text) : text_(text) {
    for (auto const part : text::split(text, '/')) parts_.emplace_back(part);
}

std::optional<Segments> Pattern::match(std::string_view path) const {
    // Every route is asked at every request, and nearly all say no: that costs no memory.
    auto rest = path;
    if (static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) + 1 != parts_.size())
        return std::nullopt;
    for (auto const& part : parts_)
        if (!fits(part, take_segment(rest))) return std::nullopt;

    Segments segments;
    for (auto const& part : parts_) {
        auto const segment = take_segment(path);
        if (is_place(part)) segments.emplace_back(name_of(part), segment);
    }
    return segments;
}

}  // namespace http
