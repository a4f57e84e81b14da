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

// How much of a child's contacts the reader could see: who these adults are; how to reach them and who has
// parental responsibility; and what a court forbids. Each with those before it.
enum class ReadContacts { names, all, with_orders };
constexpr auto words(ReadContacts) { return std::array{"names", "all", "with_orders"}; }

// That a page tells of one child's case or contacts, or a list of several children's, and why its reader may
// know. Names no child.
struct Read {
    std::string pupil_id;  // empty: of a list
    std::optional<std::string> case_id;
    ReadZone zone{};
    std::string reason;
    std::optional<ReadContacts> contacts = {};
    std::vector<std::string> listed = {};  // ids of the children of a list, each once, in their order
};

// Of which children one visit has read.
class Reads {
public:
    // Each case of a child, and a child's contacts, once, as near as the reader came to them; and each list
    // that holds a child.
    void note(Read read);
    std::vector<Read> const& all() const { return all_; }

private:
    std::vector<Read> all_;
};

}  // namespace visits
