#pragma once

#include <cstdint>

#include "base/instant.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know {

// How long after somebody proved who they are the words that children confided to them stay open on a device
// that is used without a pause: at most a school day. A pause or a lock ends it before
// (sign_in::standing_proof), and a provider's word alone does not begin it.
inline constexpr std::int64_t confided_words_stay_open_for = 8 * hours;

// What becomes of what a child confided in a session that the deliverer held, on the page of somebody whose
// access is this and whose proof of who they are stands since that moment.
enum class Confided { not_theirs, after_a_proof, shown };
Confided confided_in(Access const& access, StaffId const& deliverer, Instant proven_at, Instant now);

}  // namespace need_to_know
