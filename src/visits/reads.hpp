#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"

namespace visits {

// How near to the child the reader could come (N2).
enum class ReadZone { headline, progress, confidence };
constexpr auto words(ReadZone) { return std::array{"headline", "progress", "confidence"}; }

// That a page tells of one child's case, and why its reader may know. Names no child.
struct Read {
    std::string pupil_id;
    std::optional<std::string> case_id;
    ReadZone zone{};
    std::string reason;
};

// Of which children one visit has read.
class Reads {
public:
    // Each case of a child once, as near as the reader came to it.
    void note(Read read);
    std::vector<Read> const& all() const { return all_; }

private:
    std::vector<Read> all_;
};

}  // namespace visits
