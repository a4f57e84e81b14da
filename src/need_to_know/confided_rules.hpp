#pragma once

#include <cstdint>

#include "base/instant.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know {

// How long after somebody proved who they are the words that children confided to them stay open on that
// device: a school day, from before the bell until the last note is written. Who signs in by password in the
// morning is not asked again; a provider's word alone, or a sign-in left open into the evening, is.
inline constexpr std::int64_t confided_words_stay_open_for = 8 * hours;

// What becomes of what a child confided in a session that the deliverer held, on the page of somebody whose
// access is this and who last proved who they are at that moment.
enum class Confided { not_theirs, after_a_proof, shown };
Confided confided_in(Access const& access, StaffId const& deliverer, Instant proven_at, Instant now);

}  // namespace need_to_know
