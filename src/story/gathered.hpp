#pragma once

#include <map>
#include <string>
#include <vector>

#include "story/story.hpp"

namespace story {

// Whatever a case is told from, before anything is told: as the tables hold it now, or as it stood on a day.
struct Gathered {
    CaseId id;
    cases::Facts facts;
    std::vector<PlaceTold> places;      // the latest first, without their sessions and targets
    std::vector<SessionTold> sessions;  // of the programmes of all these places
    std::vector<programmes::Target> targets;
    std::map<SessionId, Confided> confided;  // as far as this visitor may read it
    bool confided_waits = false;             // for a proof of who reads it
    std::vector<Happening> happenings;       // the latest first
    Needs needs;
};

}  // namespace story
