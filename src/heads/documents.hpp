#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "heads/heads.hpp"

// Heads and proofs as JSON, for those who keep them elsewhere.
namespace heads::documents {

std::string of_heads(std::vector<Head> const& heads);
std::string of_proof(Proof const& proof);

// What such a text holds; empty where it is none.
std::optional<std::vector<Head>> heads_in(std::string_view json);
std::optional<Proof> proof_in(std::string_view json);

}  // namespace heads::documents
