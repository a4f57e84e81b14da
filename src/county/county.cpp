#include "county/county.hpp"

#include <cmath>

namespace county {

statistics::Interval by_chance(Around const& around, int measured, Standing beyond) {
    constexpr double z_of_95 = 1.959964;
    constexpr double z_of_99_8 = 3.090232;
    auto const z = beyond == Standing::beyond_99_8 ? z_of_99_8 : z_of_95;
    auto const out = z * std::sqrt(around.deviation * around.deviation / measured + around.between);
    return {.lower = around.mean - out, .upper = around.mean + out};
}

}  // namespace county
