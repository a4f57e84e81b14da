#pragma once

#include <cstdint>
#include <vector>

#include "base/sha256.hpp"

// The Merkle tree of RFC 9162, section 2.1, over the entries of a log: whoever holds its root can be shown
// that an entry stands in the log, and that a later log holds all of an earlier one, without the log.
namespace merkle {

using Hash = sha256::Digest;

// How many leaves a tree has, and which of them is meant, the first being 0.
using Size = std::uint64_t;

// The hashes that prove something, in the order of RFC 9162.
using Proof = std::vector<Hash>;

}  // namespace merkle
