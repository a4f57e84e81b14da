#pragma once

#include <span>
#include <string>
#include <string_view>

#include "moving/moving.hpp"
#include "sharing/next_school.hpp"

namespace moving {

// Whether the child's latest word still lets go whatever of their own is in the pack. The words stand with
// the latest first.
bool child_lets_it_go(Pack const& pack, std::span<sharing::NextSchoolWord const> words);

// How the pack stands now.
Standing standing_of(Pack const& pack, std::span<sharing::NextSchoolWord const> words, Instant now);

// Whether its link opens: sent, neither taken back nor closed, within its time, and by the child's word. A
// receipt changes nothing of that.
bool opens(Pack const& pack, std::span<sharing::NextSchoolWord const> words, Instant now);

// Whether this school can still end it: what went and nobody has received is taken back; of what was received
// the link ends, while it would open in its time.
bool can_be_ended(Pack const& pack, Instant now);

// Whether it can still be discarded: it was prepared, and nothing of it has gone.
bool can_be_discarded(Pack const& pack);

// Whether the next school can no longer receive it, and not because this school took it back: another has to
// go, or this one is taken back.
bool needs_another(Standing standing);

// Whether it went a week ago or more, and somebody there has only to say that they have it: a call helps.
bool is_late(Standing standing, Pack const& pack, Instant now);

// What is stored of a code. It is made over the token too, which stands in the e-mail alone.
std::string hash_of_code(std::string_view token, std::string_view digits);

// What the browser carries that gave the right code: it opens this link alone, and nothing after its end.
std::string proof_until(Link const& link, Instant ends_at);
bool proves(Link const& link, std::string_view proof, Instant now);

}  // namespace moving
