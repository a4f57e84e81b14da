#pragma once

#include "visits/route.hpp"

namespace score_files {

Routes routes();

}  // namespace score_files
