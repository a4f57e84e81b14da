#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "measures/measures.hpp"
#include "need_to_know/named.hpp"

namespace measures {

// Which score: of this pupil, in this measure.
using Place = std::pair<PupilId, MeasureId>;

// A class on a day: the measures that stood, who was in it and how they get on the visitor sees today, and
// the scores.
struct ClassOnDay {
    ClassId class_id;
    std::string class_name;
    Date day;
    std::vector<Measure> measures;
    std::vector<need_to_know::Named> pupils;
    int not_shown = 0;               // the visitor's own children
    std::vector<PupilId> left;       // the class since, and the visitor sees no more how they get on
    std::set<PupilId> was_in_class;  // on the day
    std::optional<TakingId> taking;
    std::map<Place, Score> scores;

    // What stands there; nothing where nothing was entered or it was taken back.
    std::optional<int> score(PupilId const& pupil, MeasureId const& measure) const;
    // Whether a score may be entered there: for who was in the class on the day, and where one was entered.
    bool takes(PupilId const& pupil, MeasureId const& measure) const;
    // The version that an entry there is made against; 0 where nothing was entered yet.
    int version(PupilId const& pupil, MeasureId const& measure) const;
};

// A score as it was typed, where this stood on the page, in this version. Nothing: it is taken back.
struct Entry {
    PupilId pupil;
    MeasureId measure;
    std::optional<int> score;
    std::optional<int> stood = {};
    int version = 0;

    bool was_touched() const { return score != stood; }
};

// Somebody else entered another score there meanwhile.
struct EnteredMeanwhile {
    Place place;
    std::optional<int> stands;
    std::string by_name;
    Instant at;
};

}  // namespace measures
