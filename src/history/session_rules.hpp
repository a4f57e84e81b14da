#pragma once

#include "history/history.hpp"

namespace history {

// The sessions of the case as they stood: where they were planned, whether they were held, and what was
// written of the child.
std::vector<story::SessionTold> sessions_as_they_stood(std::vector<story::SessionTold> now, Past const& past);

// What was confided by then and has not been changed since: the log keeps none of it.
std::map<SessionId, story::Confided> confided_by_then(
    std::map<SessionId, story::Confided> now, Past const& past
);

}  // namespace history
