#pragma once

#include <optional>
#include <string>

#include "base/signature.hpp"
#include "heads/heads.hpp"

namespace heads {

// The head with this key's signature, over the words that `words_of` gives.
Head signed_by(signature::Key const& key, Head head);
std::string words_of(Head const& head);
bool is_signed(Head const& head);

// The leaf of the Merkle tree that an entry of this hash, in hexadecimal, makes.
merkle::Hash leaf_of(std::string const& entry_hash);

// What is wrong with a proof; empty where it holds. Whose the keys are is another question.
std::string fault_of(Proof const& proof);

}  // namespace heads
