#pragma once

#include <string_view>

namespace embedded {

// A file that was put into the binary at build time by embed() in cmake/embed.cmake.
struct File {
    std::string_view name;  // without its folder: "0001_ground.sql"
    std::string_view bytes;
};

}  // namespace embedded
