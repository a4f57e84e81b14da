#include "visits/saving.hpp"

#include <algorithm>
#include <string>

namespace visits {

std::string path_saying(std::string_view path, Saved what) {
    auto const page = path.substr(0, path.find('#'));
    auto const place_on_it = path.substr(page.size());
    auto const* const separator = page.find('?') == std::string_view::npos ? "?saved=" : "&saved=";
    return std::string(page) + separator + std::string(word(what)) + std::string(place_on_it);
}

http::Response saved(std::string_view path, Saved what) { return http::see_other(path_saying(path, what)); }

std::string saying(std::string_view location, Saved what) {
    constexpr std::string_view field = "saved=";
    auto const found = location.find(field);
    if (found == std::string_view::npos) return std::string(location);
    auto const begins = found + field.size();
    auto const ends = std::min(location.find_first_of("&#", begins), location.size());
    return std::string(location.substr(0, begins)) + std::string(word(what)) +
           std::string(location.substr(ends));
}

std::optional<Saved> just_saved(http::Request const& request) {
    return from_word<Saved>(request.query.value("saved"));
}

}  // namespace visits
