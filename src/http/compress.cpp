#include "http/compress.hpp"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "base/text.hpp"

namespace http {
namespace {

constexpr std::uint32_t level = 1;

// The most that gzip adds: a stored block's head (5 bytes) for each 65,535 bytes, and its own head and end.
std::size_t most_packed(std::size_t size) { return size + 5 * (size / 65'535 + 1) + 18; }

// The weight of `gzip;q=0.5` is zero where all its digits are.
bool is_refused(std::string_view weight) {
    auto const at = weight.find("q=");
    return at != weight.npos && weight.substr(at + 2).find_first_of("123456789") == weight.npos;
}

}  // namespace

std::string gzip(std::string_view data) {
    thread_local std::array<std::uint8_t, ISAL_DEF_LVL1_SMALL> room{};
    thread_local std::vector<std::uint8_t> packed;  // kept, since new memory is cleared first
    packed.resize(std::max(packed.size(), most_packed(data.size())));
    isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.gzip_flag = IGZIP_GZIP;
    stream.end_of_stream = 1;
    stream.level = level;
    stream.level_buf = room.data();
    stream.level_buf_size = room.size();
    // NOLINTNEXTLINE: the library takes what it only reads as what it may change
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<std::uint32_t>(data.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<std::uint32_t>(packed.size());
    if (isal_deflate_stateless(&stream) != COMP_OK) throw std::logic_error("gzip had too little room");
    return {packed.begin(), packed.begin() + stream.total_out};
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool any_is_accepted = false;
    for (auto const entry : text::split(accept_encoding, ',')) {
        auto const name = entry.substr(0, entry.find(';'));
        bool const accepted = !is_refused(text::ascii_lower(entry.substr(name.size())));
        auto const coding = text::ascii_lower(text::trimmed(name));
        if (coding == "gzip" || coding == "x-gzip") return accepted;
        if (coding == "*") any_is_accepted = accepted;
    }
    return any_is_accepted;
}

}  // namespace http
