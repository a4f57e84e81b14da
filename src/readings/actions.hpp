#pragma once

#include <string_view>

#include "readings/readings.hpp"
#include "visits/visit.hpp"

namespace readings {

// What the answer to this visit tells of children, where it goes by this method and pattern of an address.
OfPage of_page(Visit const& visit, std::string_view method, std::string_view path);

}  // namespace readings
