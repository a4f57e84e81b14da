#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "visits/role.hpp"
#include "visits/who.hpp"

// Signing in as somebody who does not exist, which works in made-up data alone.
namespace demonstration {

// One person to be, as the visitor chooses them.
struct Somebody {
    visits::StaffId staff;
    std::string name;
    visits::Role role{};
    std::string class_name;  // of a class teacher
    auto columns() { return std::tie(staff, name, role, class_name); }
};

// A school of the demonstration, with how many there are: a county for load has more than one.
struct Chosen {
    SchoolId school;
    std::string school_name;
    int schools = 1;
    std::vector<Somebody> people;
};

}  // namespace demonstration
