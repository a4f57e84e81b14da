#pragma once

#include "visits/route.hpp"

namespace data_requests {

// What a child said in confidence, to whom it was said, where the child asks for what is held.
Routes confided_routes();

}  // namespace data_requests
