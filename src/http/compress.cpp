#include "http/compress.hpp"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace embedded {
std::span<File const> typical_page();
}

namespace http {
namespace {

// Level 0 packs with a table of codes that is made once; at level 1 each page gets its own, which takes twice
// the time.
constexpr std::uint32_t level = 0;

// The library takes what it only reads as what it may change.
std::uint8_t* start_of(std::string_view data) {
    return reinterpret_cast<std::uint8_t*>(const_cast<char*>(data.data()));
}

// Short codes for what is frequent in Withy's pages, by a page of a fictional child.
std::unique_ptr<isal_hufftables> codes_of_pages() {
    auto const page = embedded::typical_page().front().bytes;
    isal_huff_histogram frequent{};
    isal_update_histogram(start_of(page), static_cast<int>(page.size()), &frequent);
    auto codes = std::make_unique<isal_hufftables>();
    if (isal_create_hufftables(codes.get(), &frequent) != 0) throw std::logic_error("no codes for gzip");
    return codes;
}

// The most that gzip adds: a stored block's head (5 bytes) for each 65,535 bytes, and its own head and end.
std::size_t most_packed(std::size_t size) { return size + 5 * (size / 65'535 + 1) + 18; }

// The weight of `gzip;q=0.5` is zero where all its digits are.
bool is_refused(std::string_view weight) {
    auto const at = weight.find("q=");
    return at != weight.npos && weight.substr(at + 2).find_first_of("123456789") == weight.npos;
}

}  // namespace

std::string gzip(std::string_view data) {
    static auto const codes = codes_of_pages();
    thread_local std::vector<std::uint8_t> packed;  // kept, since new memory is cleared first
    packed.resize(std::max(packed.size(), most_packed(data.size())));
    isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.gzip_flag = IGZIP_GZIP;
    stream.end_of_stream = 1;
    stream.level = level;
    stream.hufftables = codes.get();
    stream.next_in = start_of(data);
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
