#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "schools/schools.hpp"

namespace schools::pages {

// What is set, what is still missing, and where each is done.
design::Page school(Readiness const& readiness);

// The school's name, telephone and CPOMS address. `stands` is what someone else saved meanwhile.
design::Page details(
    design::FormGuard const& guard,
    Answers const& answers,
    int version,
    std::optional<School> const& stands = {}
);

// The rooms that nurture support may use, and a form for one more.
design::Page rooms(design::FormGuard const& guard, std::vector<Room> const& rooms, Answers const& answers);

}  // namespace schools::pages
