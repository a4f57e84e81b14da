#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace demonstration {

// How much is made up. The defaults are the demonstration's own: one school with every kind of case. More
// schools, or other numbers, make a county for load, whose cases are spread evenly.
struct Size {
    std::uint64_t seed = 2026;
    int schools = 1;
    int pupils = 360;
    int cases = 0;        // 0: the demonstration's own stories
    int evaluations = 0;  // planned for about as many; 0 with the demonstration's own stories
    std::string address = "http://127.0.0.1:8080";  // where it is served: the letters' links begin with it

    bool is_county() const { return cases > 0; }
};

// A school has children enough for every story, and as many as there are numbers for.
inline constexpr int fewest_pupils = 100;
inline constexpr int most_pupils = 10'000;
inline constexpr int most_schools = 8'999;

// Told at every step, so that nobody waits without a word; asks how far it is where it says so.
using Progress = std::function<void(std::function<std::string()> const& how_far)>;

}  // namespace demonstration
