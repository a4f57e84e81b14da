#include "base/id.hpp"

#include <sodium.h>

#include <mutex>

namespace base {
namespace {

struct Stamp {
    std::uint64_t milliseconds;
    std::uint16_t counter;
};

// The clock may stand still or step back between two calls; the stamp never does.
Stamp next_stamp(std::uint64_t milliseconds) {
    static std::mutex mutex;
    static Stamp last{0, 0};
    std::lock_guard const lock(mutex);
    if (milliseconds > last.milliseconds)
        last = {milliseconds, 0};
    else if (++last.counter > 0xfff)
        last = {last.milliseconds + 1, 0};
    return last;
}

std::array<unsigned char, 16> uuid_bytes(Stamp stamp) {
    // The first use from two threads at once is only safe after this.
    [[maybe_unused]] static int const ready = sodium_init();
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data() + 8, 8);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(stamp.milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>(0x70 | (stamp.counter >> 8));
    bytes[7] = static_cast<unsigned char>(stamp.counter & 0xff);
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));
    return bytes;
}

bool hyphen_at(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

UuidText new_uuid(Instant now) {
    constexpr std::string_view digits = "0123456789abcdef";
    auto const bytes = uuid_bytes(next_stamp(static_cast<std::uint64_t>(now.milliseconds)));
    UuidText text{};
    std::size_t at = 0;
    for (auto const byte : bytes) {
        if (hyphen_at(at)) text[at++] = '-';
        text[at++] = digits[byte >> 4];
        text[at++] = digits[byte & 0xf];
    }
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != std::tuple_size_v<UuidText>) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        bool const fits = hyphen_at(i) ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (!fits) return false;
    }
    return true;
}

}  // namespace base
