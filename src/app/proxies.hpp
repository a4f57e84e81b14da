#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

// Who a request comes from, where web servers stand between.
namespace app {

// Addresses that begin with the same bits: one address, or a network such as 10.0.0.0/8.
struct Network {
    std::array<std::uint8_t, 16> address{};  // IPv4 as IPv6 maps it
    int bits = 128;
};
using Networks = std::vector<Network>;

// "127.0.0.1, ::1, 10.0.0.0/8"; empty where a part of it is no address and no network.
std::optional<Networks> networks_in(std::string_view text);

// The address that the connection comes from; where that is a trusted proxy, the last address that the
// proxies forwarded and that is none of theirs. What anybody else says of it counts for nothing. Of IPv6 its
// first 56 bits.
std::string client_address(http::Request const& request, Networks const& trusted);

}  // namespace app
