#pragma once

#include "visits/route.hpp"

namespace data_requests {

Routes routes();

}  // namespace data_requests
