#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/compress.hpp"
#include "http/parse.hpp"

// The first line is the name, the rest the header. What is found is a piece of the header.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    auto const name = input.substr(0, input.find('\n'));
    auto const header = input.substr(std::min(name.size() + 1, input.size()));
    auto const value = http::cookie_value(header, name);
    if (header.find(value) == header.npos || value.find(';') != value.npos) std::abort();
    http::accepts_gzip(header);
    return 0;
}
