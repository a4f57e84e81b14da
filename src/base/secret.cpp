#include "base/secret.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "base/base64url.hpp"

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

std::string_view text_of(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
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

std::string random_bytes(std::size_t count) {
    wake_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

bool are_equal(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string new_token() { return base::base64url(random_bytes(32)); }

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
    return base::base64url(text_of(bytes));
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
