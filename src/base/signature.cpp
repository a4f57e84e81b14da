#include "base/signature.hpp"

#include <sodium.h>

#include <stdexcept>

#include "base/base64url.hpp"

namespace signature {
namespace {

unsigned char* start_of(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
unsigned char const* start_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

}  // namespace

Key::Key(std::string seed)
    : seed_(std::move(seed)),
      secret_(crypto_sign_SECRETKEYBYTES, '\0'),
      public_(crypto_sign_PUBLICKEYBYTES, '\0') {
    crypto_sign_seed_keypair(start_of(public_), start_of(secret_), start_of(std::string_view(seed_)));
}

Key Key::make() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium could not be started");
    std::string seed(crypto_sign_SEEDBYTES, '\0');
    randombytes_buf(seed.data(), seed.size());
    return Key(std::move(seed));
}

std::optional<Key> Key::parse(std::string_view words) {
    auto seed = base::from_base64url(words);
    if (!seed || seed->size() != crypto_sign_SEEDBYTES) return std::nullopt;
    return Key(std::move(*seed));
}

std::string Key::words() const { return base::base64url(seed_); }
std::string Key::public_key() const { return base::base64url(public_); }

std::string Key::sign(std::string_view text) const {
    std::string bytes(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        start_of(bytes), nullptr, start_of(text), text.size(), start_of(std::string_view(secret_))
    );
    return base::base64url(bytes);
}

bool holds(std::string_view public_key, std::string_view text, std::string_view signature) {
    auto const key = base::from_base64url(public_key);
    auto const bytes = base::from_base64url(signature);
    if (!key || key->size() != crypto_sign_PUBLICKEYBYTES) return false;
    if (!bytes || bytes->size() != crypto_sign_BYTES) return false;
    return crypto_sign_verify_detached(
               start_of(std::string_view(*bytes)),
               start_of(text),
               text.size(),
               start_of(std::string_view(*key))
           ) == 0;
}

}  // namespace signature
