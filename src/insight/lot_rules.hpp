#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "insight/insight.hpp"

namespace insight {

// Gives a number from 0 to one below its argument, each as likely as any other.
using Lot = std::function<std::size_t(std::size_t)>;

// The children in an order that is as likely as any other, however they stood before.
std::vector<Child> drawn_by_lot(std::vector<Child> children, Lot const& below);

}  // namespace insight
