#include "design/assets.hpp"

#include <algorithm>

namespace design {
namespace {

std::string_view path_that(std::string_view start, std::string_view end) {
    auto const found = std::ranges::find_if(assets(), [&](Asset const& asset) {
        return asset.path.starts_with(start) && asset.path.ends_with(end);
    });
    return found == assets().end() ? std::string_view{} : found->path;
}

}  // namespace

Asset const* asset(std::string_view path) {
    auto const found = std::ranges::find(assets(), path, &Asset::path);
    return found == assets().end() ? nullptr : &*found;
}

std::string_view stylesheet_path() {
    static auto const path = path_that("/assets/withy-", ".css");
    return path;
}
std::string_view script_path() {
    static auto const path = path_that("/assets/withy-", ".js");
    return path;
}
std::string_view icon_path() {
    static auto const path = path_that("/assets/icon-", ".svg");
    return path;
}
std::string_view font_path() {
    static auto const path = path_that("/assets/atkinson-400-", ".woff2");
    return path;
}

}  // namespace design
