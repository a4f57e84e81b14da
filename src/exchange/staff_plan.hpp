#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/faults.hpp"
#include "staff/staff.hpp"

namespace exchange {

// Someone who works at the school, as a file describes them.
struct PersonInFile {
    int row = 0;
    std::string name;
    std::string address;
    std::optional<visits::Role> role;
    std::string class_name;
    std::vector<std::string> further_classes = {};  // that stand in the same cell
};

struct CheckedPeople {
    std::vector<PersonInFile> people;
    Faults faults;
};

struct PlannedRole {
    visits::Role role{};
    std::optional<visits::ClassId> class_id;
    std::string class_name;
};

struct PlannedPerson {
    int row = 0;
    std::optional<staff::Person> before;  // none: new
    std::string name;
    std::string address;
    std::vector<PlannedRole> roles;  // to be given

    bool changes_anything() const {
        return !before || before->name != name || before->address != address || !roles.empty();
    }
};

// Nobody is ever removed by a file.
struct StaffPlan {
    std::vector<PlannedPerson> added;
    std::vector<PlannedPerson> changed;
    std::size_t unchanged = 0;
    Faults faults;  // warnings that come to light only beside the school's classes

    bool changes_nothing() const { return added.empty() && changed.empty(); }
};

}  // namespace exchange
