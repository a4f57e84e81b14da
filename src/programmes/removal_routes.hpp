#pragma once

#include "visits/route.hpp"

namespace programmes {

Routes removal_routes();

}  // namespace programmes
