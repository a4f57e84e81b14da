#pragma once

#include <array>

namespace assessments {

// Where a child's support stands: no session was held yet; sessions are to come; none is to come any more.
enum class Stage { before, running, over };
constexpr auto words(Stage) { return std::array{"before", "running", "over"}; }

}  // namespace assessments
