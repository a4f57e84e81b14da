#pragma once

#include <optional>
#include <string>
#include <string_view>

// Signatures by Ed25519 (RFC 8032).
namespace signature {

// A key that signs. Only its file holds it.
class Key {
public:
    static Key make();
    // From the words that `words` gave; empty where they are none.
    static std::optional<Key> parse(std::string_view words);
    // What its file holds: the seed of 32 bytes in base64url.
    std::string words() const;

    // In base64url.
    std::string public_key() const;
    std::string sign(std::string_view text) const;

private:
    explicit Key(std::string seed);
    std::string seed_;    // 32 bytes
    std::string secret_;  // as libsodium keeps it
    std::string public_;  // 32 bytes
};

// Whether the holder of this public key signed this text.
bool holds(std::string_view public_key, std::string_view text, std::string_view signature);

}  // namespace signature
