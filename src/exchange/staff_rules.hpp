#pragma once

#include <optional>
#include <vector>

#include "exchange/sheet_rules.hpp"
#include "exchange/staff_plan.hpp"

namespace exchange {

// Reads every row as a person and says all that is wrong with it.
CheckedPeople checked_people(Sheet const& sheet, Columns const& columns);

// The people of the school before an import.
struct People {
    std::vector<staff::Person> people;
    std::vector<staff::RoleHeld> roles;
    std::vector<staff::SchoolClass> classes;  // of this school year
    Date today;
    std::optional<visits::StaffId> importer = {};
};

// What importing these people will do. They are known again by e-mail address; by name, where not both have
// an address, once a person said so, or where it changes nothing. The same file again does nothing.
StaffPlan plan_of(
    std::vector<PersonInFile> const& file, People const& known, StaffDecisions const& decisions
);

}  // namespace exchange
