#pragma once

namespace cli {

// The project's version in CMakeLists.txt, such as "0.1.0".
extern char const* const version;

}  // namespace cli
