#include "base/base64.hpp"

#include <openssl/evp.h>

namespace base {
namespace {

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

constexpr std::size_t bytes_of_a_group = 3;
constexpr std::size_t letters_of_a_group = 4;

}  // namespace

std::string base64(std::string_view bytes) {
    auto const groups = (bytes.size() + bytes_of_a_group - 1) / bytes_of_a_group;
    std::string text(groups * letters_of_a_group + 1, '\0');
    EVP_EncodeBlock(bytes_of(text), bytes_of(bytes), static_cast<int>(bytes.size()));
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % letters_of_a_group != 0) return std::nullopt;
    std::string bytes(text.size() / letters_of_a_group * bytes_of_a_group, '\0');
    if (text.empty()) return bytes;
    // OpenSSL counts the padding as bytes.
    auto const written = EVP_DecodeBlock(bytes_of(bytes), bytes_of(text), static_cast<int>(text.size()));
    if (written < 0) return std::nullopt;
    auto const padding = text.size() - 1 - text.find_last_not_of('=');
    if (padding >= bytes_of_a_group) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(written) - padding);
    return bytes;
}

}  // namespace base
