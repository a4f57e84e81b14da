#pragma once

#include <array>
#include <vector>

#include "assessments/assessments.hpp"

// Which ratings by one instrument a child's page draws, and which later ones it does not.
namespace assessments {

struct BeforeAndAfter {
    Assessment const* before = nullptr;
    Assessment const* after = nullptr;
};

enum class WhyNotDrawn { side_by_side, another_view };
constexpr auto words(WhyNotDrawn) { return std::array{"side_by_side", "another_view"}; }

// A whole rating later than the last that is drawn, or of its day.
struct NotDrawn {
    Assessment const* rating = nullptr;
    WhyNotDrawn why{};
};

}  // namespace assessments
