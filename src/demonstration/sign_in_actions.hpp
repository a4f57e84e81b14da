#pragma once

#include <optional>
#include <string>

#include "demonstration/demonstration.hpp"
#include "visits/visit.hpp"

namespace demonstration {

// The school, or the first one, entered; empty where the data is not made up, or there is no such
// school.
std::optional<Chosen> choice(Visit& visit, std::optional<SchoolId> school);

// Whom a visitor may be there, with what their day holds now.
People people(Visit& visit, Chosen const& chosen);

// Opens a link of this case's parent, as a new letter would, and gives its address. Empty where the data is
// not made up, or this parent is not waited for.
std::optional<std::string> answer_as_parent(Visit& visit, SchoolId school, CaseId const& the_case);

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
