#pragma once

#include <string>
#include <string_view>

namespace data_requests {

// What a change in the log says that things were before: "seen: He sat alone", from {"seen":["He sat
// alone","He sits alone"]} as records::detail_of writes it. Nothing where there was nothing before.
std::string what_it_was(std::string_view detail);

}  // namespace data_requests
