#pragma once

#include "letters/letters.hpp"

namespace letters {

// Withy's own letter, in plain English, until the school writes its own.
Template default_letter();

}  // namespace letters
