#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace proofs {

// What a device says of its passkey (WebAuthn 6.1).
struct AuthenticatorData {
    std::string name_hash;  // SHA-256 of the name that the passkey belongs to
    bool person_present = false;
    bool person_verified = false;
    bool may_be_copied = false;
    bool is_copied = false;
    std::int64_t uses = 0;
    std::string passkey_id;  // only of one that was just made
    std::string cose_key;    // likewise
};

// Nothing where the bytes are anything else.
std::optional<AuthenticatorData> read_authenticator_data(std::string_view bytes);

// The authenticator data within an attestation object (6.5.4); nothing where it is none.
std::optional<std::string> authenticator_data_in(std::string_view attestation);

}  // namespace proofs
