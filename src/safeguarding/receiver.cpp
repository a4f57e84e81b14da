#include "safeguarding/receiver.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safeguarding {
namespace {

using Address = std::array<std::uint8_t, 16>;

struct Network {
    Address address;
    int bits;
};

constexpr Network v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, int bits) {
    return {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, a, b, c, 0}, 96 + bits};
}
constexpr Network v6(std::uint8_t first, std::uint8_t second, int bits) {
    return {{first, second, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, bits};
}

// What IANA's registers of special addresses say is not reached from everywhere, and addresses that hold an
// IPv4 one.
constexpr std::array networks{
    v4(0, 0, 0, 8),
    v4(10, 0, 0, 8),
    v4(100, 64, 0, 10),
    v4(127, 0, 0, 8),
    v4(169, 254, 0, 16),
    v4(172, 16, 0, 12),
    v4(192, 0, 0, 24),
    v4(192, 0, 2, 24),
    v4(192, 168, 0, 16),
    v4(198, 18, 0, 15),
    v4(198, 51, 100, 24),
    v4(203, 0, 113, 24),
    v4(224, 0, 0, 3),
    Network{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 96},
    Network{{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 32},
    Network{{0x20, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 23},
    v6(0x20, 0x02, 16),
    v6(0xFC, 0, 7),
    v6(0xFE, 0x80, 9),
    v6(0xFF, 0, 8)};

bool lies_in(Address const& address, Network const& network) {
    for (int bit = 0; bit < network.bits; ++bit) {
        auto const at = static_cast<std::size_t>(bit / 8);
        auto const mask = static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(bit % 8));
        if ((address[at] & mask) != (network.address[at] & mask)) return false;
    }
    return true;
}

// It travels in a header, and a line end would begin another.
bool is_key(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

Expected<Receiver, std::string> read_receiver(std::string_view text) {
    Receiver receiver;
    for (auto const line : text::split(text, '\n')) {
        auto const trimmed = text::trimmed(line);
        if (trimmed.empty() || trimmed.starts_with('#')) continue;
        auto const equals = trimmed.find('=');
        if (equals == trimmed.npos) return refuse(std::string("a line has no ="));
        auto const name = text::trimmed(trimmed.substr(0, equals));
        std::string value(text::trimmed(trimmed.substr(equals + 1)));
        if (name == "address") {
            receiver.address = std::move(value);
        } else if (name == "key") {
            receiver.key = std::move(value);
        } else if (name == "certificates") {
            receiver.certificates = std::move(value);
        } else if (name == "private-network") {
            receiver.private_network = value == "yes";
        } else {
            return refuse(std::string("a line names neither address, key, certificates nor private-network"));
        }
    }
    if (!is_https(receiver.address)) return refuse(std::string("its address must begin with https://"));
    if (!is_key(receiver.key)) return refuse(std::string("it lacks a key, which is one word"));
    return receiver;
}

bool is_https(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    return address.starts_with(scheme) && address.size() > scheme.size() &&
           std::ranges::all_of(address, [](char c) {
               return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>';
           });
}

bool is_private(Address const& address) {
    return std::ranges::any_of(networks, [&](auto const& network) { return lies_in(address, network); });
}

}  // namespace safeguarding
