#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "http/parse.hpp"
#include "http/router.hpp"

// A target of any bytes is refused or has a path of clean text that climbs nowhere.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static http::Pattern const pattern("/pupils/{pupil}/concerns");
    auto const target = http::parse_target({reinterpret_cast<char const*>(data), size});
    if (!target) return 0;
    auto const& path = target->path;
    bool const clean = text::is_utf8(path) && !text::has_control_characters(path);
    bool const climbs = (path + "/").find("/../") != path.npos || (path + "/").find("/./") != path.npos;
    if (!clean || climbs || !path.starts_with('/') || path.find_first_of("\\\r\n\t") != path.npos)
        std::abort();
    if (auto const segments = pattern.match(path); segments && segments->size() != 1) std::abort();
    return 0;
}
