#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "http/request_reader.hpp"

namespace {

constexpr std::size_t header_bytes = 1024;
constexpr std::size_t body_bytes = 2048;

struct Came {
    bool whole = false;
    http::Request request;
};

// What becomes of the bytes when the network brings so many at a time.
Came read(std::string_view bytes, std::size_t at_a_time) {
    http::RequestReader reader(header_bytes);
    std::string waiting;
    bool limited = false;
    while (reader.wants_more()) {
        if (reader.has_headers() && !limited) {
            reader.limit_body(body_bytes);
            limited = true;
            if (!reader.wants_more()) break;
        }
        auto const taken = reader.feed(waiting);
        if (taken > waiting.size()) std::abort();
        waiting.erase(0, taken);
        if (!reader.wants_more() || (reader.has_headers() && !limited)) continue;
        if (bytes.empty()) break;
        auto const size = std::min(at_a_time, bytes.size());
        waiting += bytes.substr(0, size);
        bytes.remove_prefix(size);
    }
    bool const whole = !reader.wants_more() && reader.refused() == 0;
    return {whole, std::move(reader.request)};
}

}  // namespace

// Any bytes are refused, or are one request within the limits; and the same one however the network cuts
// them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const at_once = read(bytes, bytes.size() + 1);
    if (!at_once.whole) return 0;
    auto const& request = at_once.request;
    if (request.body.size() > body_bytes || !request.path.starts_with('/')) std::abort();

    // Headers that come at once may be longer than those that have to be waited for.
    if (bytes.size() > header_bytes) return 0;
    auto const in_pieces = read(bytes, 7);
    if (!in_pieces.whole) std::abort();
    if (in_pieces.request.method != request.method || in_pieces.request.path != request.path ||
        in_pieces.request.headers != request.headers || in_pieces.request.body != request.body)
        std::abort();
    return 0;
}
