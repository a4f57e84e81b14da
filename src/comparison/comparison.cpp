#include "comparison/comparison.hpp"

namespace comparison {

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/comparison"; }

}  // namespace comparison
