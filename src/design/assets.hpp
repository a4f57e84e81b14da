#pragma once

#include <span>
#include <string_view>

namespace design {

// A file that the browser keeps for ever, since its name holds the hash of its content.
struct Asset {
    std::string_view path;  // "/assets/withy-1a2b3c4d.css"
    std::string_view content_type;
    std::string_view identity;
    std::string_view gzip;    // empty where the content is compressed already, such as a font
    std::string_view brotli;  // likewise
};

// Every style, script, font and image that pages ask for.
std::span<Asset const> assets();

// None where there is no such asset.
Asset const* asset(std::string_view path);

std::string_view stylesheet_path();
std::string_view script_path();
std::string_view icon_path();
std::string_view font_path();

}  // namespace design
