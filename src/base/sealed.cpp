#include "base/sealed.hpp"

#include <sodium.h>

#include <algorithm>

#include "base/base64url.hpp"
#include "base/secret.hpp"

namespace sealed {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

Key new_key() {
    Key key;
    auto const random = secret::random_bytes(key.bytes.size());
    std::copy_n(bytes_of(std::string_view(random)), key.bytes.size(), key.bytes.begin());
    return key;
}

Key key_for(Key const& key, std::uint64_t number) {
    static_assert(crypto_kdf_KEYBYTES == sizeof(Key::bytes));
    constexpr auto purpose = "withy-of";  // libsodium takes eight letters
    Key derived;
    crypto_kdf_derive_from_key(derived.bytes.data(), derived.bytes.size(), number, purpose, key.bytes.data());
    return derived;
}

void wipe(Key& key) { sodium_memzero(key.bytes.data(), key.bytes.size()); }

std::string text_of(Key const& key) {
    return base::base64url({reinterpret_cast<char const*>(key.bytes.data()), key.bytes.size()});
}

std::optional<Key> key_of(std::string_view text) {
    auto const bytes = base::from_base64url(text);
    Key key;
    if (!bytes || bytes->size() != key.bytes.size()) return std::nullopt;
    std::copy_n(bytes_of(std::string_view(*bytes)), key.bytes.size(), key.bytes.begin());
    return key;
}

std::string fingerprint(Key const& key) {
    return secret::digest({"sealing key", {reinterpret_cast<char const*>(key.bytes.data()), key.bytes.size()}}
    );
}

std::string seal(Key const& key, std::string_view words, std::string_view belonging_to) {
    return base::base64url(seal_into_bytes(key, words, belonging_to));
}

std::string seal_into_bytes(Key const& key, std::string_view words, std::string_view belonging_to) {
    // 24 random bytes never meet again, so no count of what was sealed is kept.
    std::string sealed = secret::random_bytes(nonce_size);
    sealed.resize(nonce_size + words.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes_of(sealed) + nonce_size,
        nullptr,
        bytes_of(words),
        words.size(),
        bytes_of(belonging_to),
        belonging_to.size(),
        nullptr,
        bytes_of(sealed),
        key.bytes.data()
    );
    return sealed;
}

std::optional<std::string> opened(Key const& key, std::string_view text, std::string_view belonging_to) {
    auto const bytes = base::from_base64url(text);
    return bytes ? opened_bytes(key, *bytes, belonging_to) : std::nullopt;
}

std::optional<std::string> opened_bytes(
    Key const& key, std::string_view bytes, std::string_view belonging_to
) {
    if (bytes.size() < nonce_size + tag_size) return std::nullopt;
    std::string words(bytes.size() - nonce_size - tag_size, '\0');
    auto const status = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes_of(words),
        nullptr,
        nullptr,
        bytes_of(bytes.substr(nonce_size)),
        bytes.size() - nonce_size,
        bytes_of(belonging_to),
        belonging_to.size(),
        bytes_of(bytes),
        key.bytes.data()
    );
    if (status != 0) return std::nullopt;
    return words;
}

}  // namespace sealed
