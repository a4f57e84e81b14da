#pragma once

#include <string_view>
#include <vector>

#include "proofs/passkey.hpp"

namespace proofs {

// What is wrong with what the browser says of the page that asked: what for, with which challenge, and where.
std::vector<Fault> faults_of_client_data(
    std::string_view client_data, std::string_view purpose, Place const& place, std::string_view challenge
);

}  // namespace proofs
