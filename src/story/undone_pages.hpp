#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/lists.hpp"
#include "story/story.hpp"

namespace story::pages {

// An entry of the timeline before it has its place there.
struct Entry {
    Instant at;
    design::TimelineEntry shown;
    std::optional<Instant> undone_at = {};  // of what was undone, and of the undoing itself
    std::string undone = {};                // what an undoing took back: "Next step"
};
using Entries = std::vector<Entry>;

// When a happening was undone, or undoes another: with the step that it was written for, or with its closing.
std::optional<Instant> undone_at(Happening const& happening, CaseTold const& told);

// The latest first. What was undone together stands as one line that opens, where its undoing does.
std::vector<design::TimelineEntry> latest_first(Entries entries);

}  // namespace story::pages
