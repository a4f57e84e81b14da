#pragma once

#include <optional>
#include <string>

#include "demonstration/demonstration.hpp"
#include "visits/visit.hpp"

namespace demonstration {

// The people of the school, or of the first one; empty where the data is not made up, or there is no such
// school.
std::optional<Chosen> choice(Visit& visit, std::optional<SchoolId> school);

// Signs the visitor in as this person and gives the cookie's token. Empty where the data is not made up, or
// nobody is there by this name.
std::optional<std::string> sign_in_as(
    Visit& visit,
    SchoolId school,
    visits::StaffId const& staff,
    std::string const& from,
    std::string const& user_agent
);

}  // namespace demonstration
