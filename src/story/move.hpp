#pragma once

#include <optional>
#include <string>

#include "cases/cases.hpp"
#include "programmes/programmes.hpp"
#include "referrals/concern.hpp"
#include "visits/role.hpp"

namespace story {

// The case that a move is made in, with what its forms hang on where that is known.
struct About {
    CaseId the_case;
    PupilId pupil;
    std::string forename;
    std::optional<referrals::ConcernId> first_concern = {};
    std::optional<ProgrammeId> programme = {};
    std::optional<PlaceId> place = {};
    bool placed_before = false;  // the place ended, and the steps that led to it stand
};

// The one thing to do next in a case, with where it is done and who may do it.
struct Move {
    std::string title;   // "Talk Sam's referral through"
    std::string button;  // "Talk it through"
    std::string path;
    visits::Permission needs{};
};

}  // namespace story
