#pragma once

#include <string>
#include <tuple>

namespace pupils {

// A name that the school has given to something of its own: a room, a class or a programme; of a programme
// with the names of a child who has or had a place in it, and once for each of these.
struct OfTheSchool {
    std::string name;
    std::string child_in_it = {};
    auto columns() { return std::tie(name, child_in_it); }
};

}  // namespace pupils
