#include "base/id.hpp"

#include <sodium.h>

#include <bit>
#include <mutex>

#include "base/eight_bytes.hpp"

namespace base {
namespace {

struct Stamp {
    std::uint64_t milliseconds;
    std::uint16_t counter;
};

// The clock may stand still or step back between two calls; the stamp never does.
Stamp after(Stamp last, std::uint64_t milliseconds) {
    if (milliseconds > last.milliseconds) return {milliseconds, 0};
    if (last.counter < 0xfff) return {last.milliseconds, static_cast<std::uint16_t>(last.counter + 1)};
    return {last.milliseconds + 1, 0};
}

Stamp next_stamp(std::uint64_t milliseconds) {
    static std::mutex mutex;
    static Stamp last{0, 0};
    std::lock_guard const lock(mutex);
    return last = after(last, milliseconds);
}

using Noise = std::array<unsigned char, 8>;

Noise next_noise() {
    // The first use from two threads at once is only safe after this.
    [[maybe_unused]] static int const ready = sodium_init();
    Noise noise{};
    randombytes_buf(noise.data(), noise.size());
    return noise;
}

struct Seeded {
    std::uint64_t state;
    Stamp last;

    Stamp next_stamp(std::uint64_t milliseconds) { return last = after(last, milliseconds); }

    // SplitMix64 (Steele, Lea and Flood 2014).
    Noise next_noise() {
        auto mixed = state += 0x9e3779b97f4a7c15;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        mixed ^= mixed >> 31;
        Noise noise{};
        for (std::size_t i = 0; i < noise.size(); ++i)
            noise[i] = static_cast<unsigned char>(mixed >> (8 * i));
        return noise;
    }
};
thread_local std::optional<Seeded> seeded;

std::array<unsigned char, 16> uuid_bytes(Stamp stamp, Noise const& noise) {
    std::array<unsigned char, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(stamp.milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>(0x70 | (stamp.counter >> 8));
    bytes[7] = static_cast<unsigned char>(stamp.counter & 0xff);
    for (std::size_t i = 0; i < noise.size(); ++i) bytes[8 + i] = noise[i];
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));
    return bytes;
}

constexpr bool hyphen_at(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

constexpr EightBytes high_bits = each_byte(0x80);

// The high bit of each byte of ASCII that is at least this one.
constexpr EightBytes at_least(EightBytes bytes, unsigned char least) {
    return bytes + each_byte(0x80U - least);
}

constexpr bool are_digits(EightBytes bytes) {
    auto const ascii = bytes & ~high_bits;
    auto const decimal = at_least(ascii, '0') & ~at_least(ascii, '9' + 1);
    auto const letter = at_least(ascii, 'a') & ~at_least(ascii, 'f' + 1);
    return ((decimal | letter) & ~bytes & high_bits) == high_bits;
}

// Eight characters: four from each of two places.
EightBytes two_fours(std::string_view text, std::size_t first, std::size_t second) {
    std::array<char, sizeof(EightBytes)> both{};
    text.copy(both.data(), 4, first);
    text.copy(both.data() + 4, 4, second);
    return std::bit_cast<EightBytes>(both);
}

}  // namespace

UuidText new_uuid(Instant now) {
    constexpr std::string_view digits = "0123456789abcdef";
    auto const time = static_cast<std::uint64_t>(now.milliseconds);
    auto const bytes = seeded ? uuid_bytes(seeded->next_stamp(time), seeded->next_noise())
                              : uuid_bytes(next_stamp(time), next_noise());
    UuidText text{};
    std::size_t at = 0;
    for (auto const byte : bytes) {
        if (hyphen_at(at)) text[at++] = '-';
        text[at++] = digits[byte >> 4];
        text[at++] = digits[byte & 0xf];
    }
    return text;
}

IdsFromSeed::IdsFromSeed(std::uint64_t seed) { seeded = Seeded{seed, {0, 0}}; }
IdsFromSeed::~IdsFromSeed() { seeded.reset(); }

bool is_uuid(std::string_view text) {
    if (text.size() != std::tuple_size_v<UuidText>) return false;
    if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return false;
    // Eight digits at once, since every row that is read asks this of each of its ids.
    return are_digits(two_fours(text, 0, 4)) && are_digits(two_fours(text, 9, 14)) &&
           are_digits(two_fours(text, 19, 24)) && are_digits(two_fours(text, 28, 32));
}

}  // namespace base
