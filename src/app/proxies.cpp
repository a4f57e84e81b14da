#include "app/proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace app {
namespace {

using Address = std::array<std::uint8_t, 16>;

constexpr int all_bits = 128;
constexpr int bits_before_ipv4 = 96;
constexpr int bits_of_a_household = 56;

std::optional<Address> address_in(std::string const& text) {
    Address address{};
    if (inet_pton(AF_INET6, text.c_str(), address.data()) == 1) return address;
    address[10] = address[11] = 0xFF;
    if (inet_pton(AF_INET, text.c_str(), address.data() + bits_before_ipv4 / 8) == 1) return address;
    return std::nullopt;
}

// One spelling for each address, since trying is counted by it. Of IPv6 a household is
// given many: all behind the first 56 bits count as one, which RFC 6177 names as what a home may get.
std::string spelt(Address address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    bool const is_ipv4 =
        std::all_of(address.begin(), address.begin() + 10, [](auto byte) { return byte == 0; }) &&
        address[10] == 0xFF && address[11] == 0xFF;
    if (is_ipv4) {
        inet_ntop(AF_INET, address.data() + bits_before_ipv4 / 8, text.data(), text.size());
    } else {
        std::fill(address.begin() + bits_of_a_household / 8, address.end(), std::uint8_t{0});
        inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    }
    return text.data();
}

// Some proxies add the port: "203.0.113.7:4711", "[2001:db8::7]:4711".
std::string without_port(std::string_view text) {
    if (text.starts_with('[')) return std::string(text.substr(1, std::min(text.find(']'), text.size()) - 1));
    auto const colon = text.find(':');
    bool const only_one = colon != text.npos && text.find(':', colon + 1) == text.npos;
    return std::string(only_one ? text.substr(0, colon) : text);
}

std::vector<std::string_view> listed_in(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        auto const part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        if (auto const trimmed = text::trimmed(part); !trimmed.empty()) parts.push_back(trimmed);
    }
    return parts;
}

std::optional<Network> network_in(std::string_view text) {
    auto const stroke = text.find('/');
    std::string const before(text.substr(0, stroke));
    auto const address = address_in(before);
    if (!address) return std::nullopt;
    if (stroke == text.npos) return Network{*address, all_bits};
    int bits = 0;
    auto const digits = text.substr(stroke + 1);
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    int const most = before.find(':') == before.npos ? all_bits - bits_before_ipv4 : all_bits;
    if (fault != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > most)
        return std::nullopt;
    return Network{*address, all_bits - most + bits};
}

bool lies_in(Address const& address, Network const& network) {
    for (int bit = 0; bit < network.bits; ++bit) {
        auto const byte = static_cast<std::size_t>(bit / 8);
        auto const differs = static_cast<unsigned>(address.at(byte) ^ network.address.at(byte));
        if (((differs >> (7 - bit % 8)) & 1U) != 0) return false;
    }
    return true;
}

bool is_among(Networks const& networks, Address const& address) {
    return std::ranges::any_of(networks, [&](auto const& one) { return lies_in(address, one); });
}

// Each proxy adds whom it heard at the end, so the nearest come last.
std::vector<std::string_view> forwarded_for(http::Request const& request) {
    std::vector<std::string_view> all;
    for (auto const& [name, value] : request.headers) {
        if (name != "x-forwarded-for") continue;
        auto const parts = listed_in(value);
        all.insert(all.end(), parts.begin(), parts.end());
    }
    return all;
}

}  // namespace

std::optional<Networks> networks_in(std::string_view text) {
    Networks networks;
    for (auto const part : listed_in(text)) {
        auto const network = network_in(part);
        if (!network) return std::nullopt;
        networks.push_back(*network);
    }
    return networks;
}

std::string client_address(http::Request const& request, Networks const& trusted) {
    auto address = address_in(request.remote_address);
    if (!address) return request.remote_address;
    auto const named = forwarded_for(request);
    for (auto one = named.rbegin(); one != named.rend() && is_among(trusted, *address); ++one) {
        auto const before = address_in(without_port(*one));
        if (!before) break;
        address = before;
    }
    return spelt(*address);
}

}  // namespace app
