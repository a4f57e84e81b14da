#include "base/secret.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace secret {
namespace {

using Bytes = std::vector<unsigned char>;

// libsodium chooses the fast code for this processor here; without it everything works, slowly.
void wake_sodium() {
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium could not be started");
}

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string base64url(Bytes const& bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

// Empty where the text is not base64url.
Bytes from_base64url(std::string_view text) {
    if (text.empty()) return {};
    Bytes bytes(text.size());
    std::size_t size = 0;
    auto const status = sodium_base642bin(
        bytes.data(),
        bytes.size(),
        text.data(),
        text.size(),
        nullptr,
        &size,
        nullptr,
        sodium_base64_VARIANT_URLSAFE_NO_PADDING
    );
    bytes.resize(status == 0 ? size : 0);
    return bytes;
}

class Hash {
public:
    Hash() {
        wake_sodium();
        crypto_generichash_init(&state_, nullptr, 0, size);
    }
    void add(std::string_view text) { crypto_generichash_update(&state_, bytes_of(text), text.size()); }
    void add_length(std::uint64_t length) {
        std::array<unsigned char, 8> bytes{};
        for (auto& byte : bytes) {
            byte = static_cast<unsigned char>(length & 0xFF);
            length >>= 8;
        }
        crypto_generichash_update(&state_, bytes.data(), bytes.size());
    }
    std::string hexadecimal() {
        std::array<unsigned char, size> hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        std::string text(2 * size + 1, '\0');
        sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
        text.pop_back();  // the terminating zero
        return text;
    }

private:
    static constexpr std::size_t size = 32;
    crypto_generichash_state state_;
};

}  // namespace

std::string new_token() {
    wake_sodium();
    Bytes bytes(32);
    randombytes_buf(bytes.data(), bytes.size());
    return base64url(bytes);
}

std::string hash_of_token(std::string_view token) {
    Hash hash;
    hash.add(token);
    return hash.hexadecimal();
}

std::string hash_of_password(std::string_view password) {
    wake_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    auto const status = crypto_pwhash_str_alg(
        hash.data(),
        password.data(),
        password.size(),
        crypto_pwhash_OPSLIMIT_INTERACTIVE,
        crypto_pwhash_MEMLIMIT_INTERACTIVE,
        crypto_pwhash_ALG_ARGON2ID13
    );
    if (status != 0) throw std::runtime_error("There is not enough memory to hash a password");
    return hash.data();
}

bool password_matches(std::string const& hash, std::string_view password) {
    wake_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string digest(std::initializer_list<std::string_view> parts) {
    Hash hash;
    for (auto const part : parts) {
        hash.add_length(part.size());
        hash.add(part);
    }
    return hash.hexadecimal();
}

std::string masked(std::string_view token) {
    if (token.empty()) return {};
    wake_sodium();
    Bytes bytes(2 * token.size());
    randombytes_buf(bytes.data(), token.size());
    for (std::size_t i = 0; i < token.size(); ++i)
        bytes[token.size() + i] = static_cast<unsigned char>(bytes[i] ^ bytes_of(token)[i]);
    return base64url(bytes);
}

bool unmasks_to(std::string_view masked, std::string_view token) {
    wake_sodium();
    // The length of a token is no secret; and a long text from a stranger is not worth decoding.
    if (token.empty() || masked.size() > 3 * token.size()) return false;
    auto bytes = from_base64url(masked);
    if (bytes.size() != 2 * token.size()) return false;
    for (std::size_t i = 0; i < token.size(); ++i) bytes[i] ^= bytes[token.size() + i];
    return sodium_memcmp(bytes.data(), token.data(), token.size()) == 0;
}

}  // namespace secret
