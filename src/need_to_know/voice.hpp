#pragma once

#include <array>
#include <optional>

#include "base/words.hpp"

namespace need_to_know {

// For whom a child says how it was at the end of a session, by a face and a sentence: for the adult there
// alone, or for the others who help them too (N3).
enum class VoiceFor { only_here, helpers };
constexpr auto words(VoiceFor) { return std::array{"only_here", "helpers"}; }

// What becomes of what a child confided on the page of somebody: it waits where it is theirs to read once
// they have shown who they are.
enum class Confided { not_theirs, after_a_proof, shown };

// Whether the child lets those who help see it. Who was asked before there was a choice was told that they
// do.
constexpr bool is_shared(std::optional<VoiceFor> said_for) { return said_for != VoiceFor::only_here; }

}  // namespace need_to_know
