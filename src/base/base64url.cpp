#include "base/base64url.hpp"

#include <sodium.h>

namespace base64url {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string encoded(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    auto const* const start = reinterpret_cast<unsigned char const*>(bytes.data());
    sodium_bin2base64(text.data(), text.size(), start, bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    auto* const start = reinterpret_cast<unsigned char*>(bytes.data());
    auto const status =
        sodium_base642bin(start, bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, variant);
    if (status != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace base64url
