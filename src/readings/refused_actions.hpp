#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readings/readings.hpp"
#include "visits/visit.hpp"

namespace readings {

// What a visitor asked for and did not find: a route, and what stands for its {names}.
struct Asked {
    std::string_view method;
    std::string_view path;
    std::vector<std::pair<std::string, std::string>> const& segments;
    bool by_role = false;  // their role opens no such page
};

// What the log of reads is to say of it. No refusal where there was nothing to find for anybody.
OfPage of_refusal(Visit const& visit, Asked const& asked);

}  // namespace readings
