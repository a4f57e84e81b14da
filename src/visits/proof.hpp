#pragma once

#include <string>
#include <string_view>

namespace visits {

// Where somebody is asked who they are before the path opens.
std::string prove_then(std::string_view path);

}  // namespace visits
