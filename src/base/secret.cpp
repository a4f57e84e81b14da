#include "base/secret.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>

#include "base/base64url.hpp"

namespace secret {
namespace {

// libsodium chooses the fast code for this processor here; without it everything works, slowly.
void wake_sodium() {
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium could not be started");
}

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string hashed(std::string_view text) {
    wake_sodium();
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), nullptr, 0);
    std::string letters(2 * hash.size() + 1, '\0');
    sodium_bin2hex(letters.data(), letters.size(), hash.data(), hash.size());
    letters.pop_back();  // the terminating zero
    return letters;
}

void add_length(std::string& text, std::uint64_t length) {
    std::array<char, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<char>(length & 0xFF);
        length >>= 8;
    }
    text.append(bytes.data(), bytes.size());
}

}  // namespace

std::string random_bytes(std::size_t count) {
    wake_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::size_t random_below(std::size_t bound) {
    wake_sodium();
    return randombytes_uniform(static_cast<std::uint32_t>(bound));
}

bool are_equal(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string new_token() { return base::base64url(random_bytes(32)); }

std::string hash_of_token(std::string_view token) { return hashed(token); }

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

// In one piece: the hash takes its blocks of 128 bytes as they come, and every log is made of these.
std::string digest(std::span<std::string_view const> parts) {
    std::string whole;
    whole.reserve(512);
    for (auto const part : parts) {
        add_length(whole, part.size());
        whole += part;
    }
    return hashed(whole);
}

std::string digest(std::initializer_list<std::string_view> parts) {
    return digest(std::span(parts.begin(), parts.size()));
}

std::string masked(std::string_view token) {
    if (token.empty()) return {};
    auto bytes = random_bytes(token.size());
    for (std::size_t i = 0; i < token.size(); ++i) bytes += static_cast<char>(bytes[i] ^ token[i]);
    return base::base64url(bytes);
}

bool unmasks_to(std::string_view masked, std::string_view token) {
    wake_sodium();
    // The length of a token is no secret; and a long text from a stranger is not worth decoding.
    if (token.empty() || masked.size() > 3 * token.size()) return false;
    auto bytes = base::from_base64url(masked).value_or("");
    if (bytes.size() != 2 * token.size()) return false;
    for (std::size_t i = 0; i < token.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ bytes[token.size() + i]);
    return sodium_memcmp(bytes.data(), token.data(), token.size()) == 0;
}

}  // namespace secret
