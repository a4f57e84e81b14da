#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/expected.hpp"

namespace safeguarding {

// Where a school's pointers are handed over, as whoever runs Withy wrote it down.
struct Receiver {
    std::string address;  // "https://…"
    std::string key;
    std::string certificates;  // a file of authorities to trust instead of the system's; empty: the system's
    bool private_network = false;  // whether the address may be one of a private network
    long most_seconds = 5;         // to wait for an answer; the next school's waits as long
};

// Reads the lines "address = https://…", "key = …" and, where wanted, "certificates = /path" and
// "private-network = yes". What is wrong with them is said without the key.
Expected<Receiver, std::string> read_receiver(std::string_view text);

// Whether it is the address of a page or a receiver that is reached by HTTPS.
bool is_https(std::string_view address);

// Whether an address of the Internet protocol, IPv4 as IPv6 maps it, is none of the public Internet.
bool is_private(std::array<std::uint8_t, 16> const& address);

}  // namespace safeguarding
