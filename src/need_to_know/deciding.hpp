#pragma once

#include "visits/reads.hpp"

namespace need_to_know {

// What this room notes its decisions with. No other room may include this (bin/check-includes).
struct Deciding {
    static visits::Decision made() { return {}; }
};

}  // namespace need_to_know
