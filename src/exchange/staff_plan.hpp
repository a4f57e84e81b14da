#pragma once

#include <map>
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

// Somebody of the school who has the name of a row, and what they are here today.
struct Namesake {
    staff::Person person;
    std::vector<staff::RoleHeld> roles;
};

// A row of which nothing but the name says that it may be somebody of the school.
struct StaffDoubt {
    PersonInFile person;
    std::vector<Namesake> candidates;
};

// What a person said about a doubtful row: this one of the school, or (none) somebody new.
using StaffDecisions = std::map<int, std::optional<visits::StaffId>>;

// Nobody is ever removed by a file.
struct StaffPlan {
    std::vector<PlannedPerson> added;
    std::vector<PlannedPerson> changed;
    std::size_t unchanged = 0;
    std::vector<StaffDoubt> doubts;
    Faults faults;  // warnings that come to light only beside the school's classes

    bool changes_nothing() const { return added.empty() && changed.empty(); }
};

}  // namespace exchange
