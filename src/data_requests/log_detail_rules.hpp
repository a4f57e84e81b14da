#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace data_requests {

// A field of a change, and what it was before.
struct Before {
    std::string field;
    std::string was;
};

// What a change in the log says that things were before: "seen" and "He sat alone", from {"seen":["He sat
// alone","He sits alone"]} as records::detail_of writes it. Without fields that were empty before.
std::vector<Before> what_it_was(std::string_view detail);

}  // namespace data_requests
