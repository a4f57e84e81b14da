#pragma once

#include <string>
#include <vector>

namespace exchange {

// A file as it was chosen: its name without a path, and its bytes.
struct File {
    std::string name;
    std::string bytes;
};
using Files = std::vector<File>;

// "users.csv", "roles.csv and users.csv", "classes.csv, roles.csv and 3 more"
std::string names_of(Files const& files);

}  // namespace exchange
