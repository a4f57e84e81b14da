#pragma once

#include "visits/route.hpp"

namespace schools {

// Everything under /school that is not people, imports or the letter.
Routes routes();

}  // namespace schools
