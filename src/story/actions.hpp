#pragma once

#include <map>
#include <optional>
#include <vector>

#include "story/story.hpp"
#include "visits/visit.hpp"

namespace story {

// The child's story as far as the visitor may see it; empty where they may see nothing of it, or where the
// school has no such pupil.
std::optional<Story> tell(Visit const& visit, PupilId const& pupil);

// How far the open cases of these pupils have come, as a list tells it.
std::map<PupilId, Support> support(Visit const& visit, std::vector<PupilId> const& pupils);

// What everybody who may see pupils sees of one whom they have no part in: name, class and year.
std::optional<pupils::Pupil> pupil_alone(Visit const& visit, PupilId const& pupil);

}  // namespace story
