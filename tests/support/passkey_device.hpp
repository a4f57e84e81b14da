#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/fields.hpp"

struct evp_pkey_st;

namespace support {

// A device that holds one passkey, and the browser that asks it: what both would send of it (WebAuthn level
// 3, Ed25519). Everything that they say may be changed first.
class PasskeyDevice {
public:
    explicit PasskeyDevice(std::string origin);

    // The fields of the form that adds the passkey, and of those that use it.
    Fields made(std::string_view challenge) const;
    Fields used(std::string_view challenge);

    std::string origin;
    std::string name;    // what the passkey belongs to
    std::string person;  // whose it says it is: the account's id
    unsigned flags = 5;  // somebody is there, and verified
    std::uint32_t uses = 0;

private:
    std::string client_data(std::string_view purpose, std::string_view challenge) const;
    std::string authenticator_data(unsigned more_flags) const;

    std::string credential_;
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace support
