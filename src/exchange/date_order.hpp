#pragma once

#include <array>

#include "base/words.hpp"

namespace exchange {

// How 4/3/2017 is read.
enum class DateOrder { day_first, month_first };
constexpr auto words(DateOrder) { return std::array{"day_first", "month_first"}; }

}  // namespace exchange
