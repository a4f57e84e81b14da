#include "visits/saving.hpp"

#include <string>

namespace visits {

http::Response saved(std::string_view path, Saved what) {
    auto const page = path.substr(0, path.find('#'));
    auto const place_on_it = path.substr(page.size());
    auto const* const separator = page.find('?') == std::string_view::npos ? "?saved=" : "&saved=";
    return http::see_other(
        std::string(page) + separator + std::string(word(what)) + std::string(place_on_it)
    );
}

std::optional<Saved> just_saved(http::Request const& request) {
    return from_word<Saved>(request.query.value("saved"));
}

}  // namespace visits
