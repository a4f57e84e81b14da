#pragma once

#include <cstdint>
#include <optional>

#include "base/instant.hpp"
#include "need_to_know/need_to_know.hpp"
#include "need_to_know/voice.hpp"

namespace need_to_know {

// How long after somebody proved who they are the words that children confided to them stay open on a device
// that is used without a pause: at most a school day. A pause or a lock ends it before
// (sign_in::standing_proof), and a provider's word alone does not begin it.
inline constexpr std::int64_t confided_words_stay_open_for = 8 * hours;

// What becomes of what a child confided in a session that the deliverer held, on the page of somebody whose
// access is this and whose proof of who they are stands since that moment.
Confided confided_in(Access const& access, StaffId const& deliverer, Instant proven_at, Instant now);

// The same of what the child said of that session at its end, by a face and a sentence. Where the child said
// that those who help may see it, it is for whoever sees progress. Else it is kept with the deliverer, and no
// agreement on who may know what was said opens it: the child's word on that very session outweighs it.
Confided voice_in(
    Access const& access,
    StaffId const& deliverer,
    std::optional<VoiceFor> said_for,
    Instant proven_at,
    Instant now
);

}  // namespace need_to_know
