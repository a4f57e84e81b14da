#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Public keys and signatures of passkeys and of providers, checked by OpenSSL.
namespace proofs {

struct PublicKey {
    std::string der;  // SubjectPublicKeyInfo
    std::int64_t algorithm = 0;
};

// A key as devices write it (COSE, RFC 9053); nothing where it is none or of an algorithm that is not ours.
std::optional<PublicKey> key_from_cose(std::string_view cose);

// The same from its parts, as providers publish them (RFC 7518, sections 6.2 and 6.3).
std::optional<PublicKey> es256_key(std::string_view x, std::string_view y);
std::optional<PublicKey> rs256_key(std::string_view modulus, std::string_view exponent);

// A signature by ES256 as tokens carry it, two numbers of 32 bytes (RFC 7518, section 3.4), in the form that
// `has_signed` reads; empty where it is none.
std::string es256_signature(std::string_view numbers);

// Whether the signature is this key's, by this algorithm, over these words.
bool has_signed(
    std::string_view der, std::int64_t algorithm, std::string_view words, std::string_view signature
);

std::string sha256(std::string_view words);

}  // namespace proofs
