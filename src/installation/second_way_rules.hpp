#pragma once

#include "installation/installation.hpp"

namespace installation {

// Of whom each school demands a second way to sign in, and who lacks one. A suggestion: what a school demands
// of its people is its own to decide.
Finding second_way(Facts const& facts);

}  // namespace installation
