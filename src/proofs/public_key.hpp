#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Public keys and signatures of passkeys, checked by OpenSSL.
namespace proofs {

struct PublicKey {
    std::string der;  // SubjectPublicKeyInfo
    std::int64_t algorithm = 0;
};

// A key as devices write it (COSE, RFC 9053); nothing where it is none or of an algorithm that is not ours.
std::optional<PublicKey> key_from_cose(std::string_view cose);

// Whether the signature is this key's, by this algorithm, over these words.
bool has_signed(
    std::string_view der, std::int64_t algorithm, std::string_view words, std::string_view signature
);

std::string sha256(std::string_view words);

}  // namespace proofs
