#include "proofs/one_time_code.hpp"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "base/secret.hpp"
#include "html/url.hpp"

namespace proofs {
namespace {

int flags_of(Hash hash) {
    switch (hash) {
        case Hash::sha1: return 0;
        case Hash::sha256: return OATH_TOTP_HMAC_SHA256;
        case Hash::sha512: return OATH_TOTP_HMAC_SHA512;
    }
    return 0;
}

std::string base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK)
        throw std::runtime_error("liboath could not write base32");
    std::unique_ptr<char, decltype(&std::free)> const owned(text, &std::free);
    return {text, length};
}

}  // namespace

std::int64_t step_at(Instant at) { return at.milliseconds / step_length; }

std::string one_time_code(std::string_view secret, std::int64_t step, unsigned digits, Hash hash) {
    std::array<char, 16> code{};
    auto const status = oath_totp_generate2(
        secret.data(),
        secret.size(),
        static_cast<time_t>(step * (step_length / seconds)),
        static_cast<unsigned>(step_length / seconds),
        0,
        digits,
        flags_of(hash),
        code.data()
    );
    if (status != OATH_OK) throw std::runtime_error("liboath could not compute a code");
    return code.data();
}

std::optional<std::int64_t> step_of_code(
    std::string_view secret, std::string_view code, Instant at, std::int64_t last_used
) {
    auto const here = step_at(at);
    std::optional<std::int64_t> found;
    for (auto step = here - 1; step <= here + 1; ++step) {
        bool const fits = secret::are_equal(one_time_code(secret, step), code);
        if (fits && step > last_used) found = step;
    }
    return found;
}

std::string secret_in_words(std::string_view secret) {
    std::string words;
    for (char const letter : base32(secret)) {
        if (letter == '=') break;
        if (words.size() % 5 == 4) words += ' ';
        words += letter;
    }
    return words;
}

std::string app_address(std::string_view secret, std::string_view account, std::string_view place) {
    std::string letters;
    for (char const letter : secret_in_words(secret))
        if (letter != ' ') letters += letter;
    auto const issuer = url::encoded(place);
    return "otpauth://totp/" + issuer + ":" + url::encoded(account) + "?secret=" + letters +
           "&issuer=" + issuer;
}

}  // namespace proofs
