#include "base/sha256.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>
#include <stdexcept>

namespace sha256 {

// OpenSSL uses the processor's own instructions for SHA-256, libsodium none. What it needs for one is looked
// up once a thread.
Digest of(std::string_view first, std::string_view second, std::string_view third) {
    using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
    static auto const* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local Context const context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    Digest digest{};
    bool worked = EVP_DigestInit_ex2(context.get(), method, nullptr) == 1;
    for (auto const part : {first, second, third})
        worked = worked && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    worked = worked && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    if (!worked) throw std::runtime_error("OpenSSL has no SHA-256");
    return digest;
}

std::string_view bytes_of(Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string hexadecimal(Digest const& digest) {
    std::string text(2 * digest.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<Digest> from_hexadecimal(std::string_view text) {
    Digest digest{};
    std::size_t size = 0;
    if (text.size() != 2 * digest.size()) return std::nullopt;
    auto const status =
        sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &size, nullptr);
    if (status != 0 || size != digest.size()) return std::nullopt;
    return digest;
}

}  // namespace sha256
