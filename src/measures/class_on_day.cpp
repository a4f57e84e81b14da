#include "measures/class_on_day.hpp"

namespace measures {

std::optional<int> ClassOnDay::score(PupilId const& pupil, MeasureId const& measure) const {
    auto const found = scores.find({pupil, measure});
    return found == scores.end() ? std::nullopt : found->second.score;
}

bool ClassOnDay::takes(PupilId const& pupil, MeasureId const& measure) const {
    return was_in_class.contains(pupil) || scores.contains({pupil, measure});
}

int ClassOnDay::version(PupilId const& pupil, MeasureId const& measure) const {
    auto const found = scores.find({pupil, measure});
    return found == scores.end() ? 0 : found->second.version;
}

}  // namespace measures
