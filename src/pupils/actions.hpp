#pragma once

#include <string>

#include "pupils/details.hpp"
#include "pupils/pupils.hpp"
#include "visits/visit.hpp"

// Changes of the register. Each writes down who, when, from and to, and why where that is not plain, as where
// a file brings it.
namespace pupils::actions {

// A new pupil, on roll from today.
PupilId add(Visit& visit, Details const& details, std::string const& why = {});

// False where someone changed the pupil since `before` was read. The same details change and record nothing.
bool change(Visit& visit, KnownPupil const& before, Details const& after, std::string const& why = {});

ClassId add_class(
    Visit& visit,
    std::string const& name,
    std::string const& year_group,
    int school_year,
    std::string const& why = {}
);

// From today the pupil is in this class, no longer in the one they were in.
void join_class(
    Visit& visit,
    PupilId const& pupil,
    std::string const& from_name,
    ClassId const& to,
    std::string const& to_name,
    std::string const& why = {}
);

// The pupil has left: on roll and in class up to yesterday.
void leave(Visit& visit, KnownPupil const& pupil, std::string const& why = {});

// A pupil who left is on roll again.
void come_back(Visit& visit, KnownPupil const& pupil, std::string const& why = {});

}  // namespace pupils::actions
