#include "comparison/comparison.hpp"

namespace comparison {

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/comparison"; }

std::string path_of_worry(PupilId const& pupil) { return path_of(pupil) + "?worry=told"; }

}  // namespace comparison
