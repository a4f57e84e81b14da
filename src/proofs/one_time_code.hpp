#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

// The codes of an authenticator app: RFC 6238, computed by liboath.
namespace proofs {

enum class Hash { sha1, sha256, sha512 };

// What apps take where nothing else is said, and some of them whatever is said.
inline constexpr std::int64_t step_length = 30 * seconds;
inline constexpr unsigned code_digits = 6;

// The number of the half minute in which the moment lies.
std::int64_t step_at(Instant at);

// The code of this step.
std::string one_time_code(
    std::string_view secret, std::int64_t step, unsigned digits = code_digits, Hash hash = Hash::sha1
);

// The step whose code was typed, of the one at this moment and its two neighbours, since clocks differ; none
// that is not later than the last one used. Takes as long whichever it is, or none.
std::optional<std::int64_t> step_of_code(
    std::string_view secret, std::string_view code, Instant at, std::int64_t last_used
);

// As it is typed into an app: RFC 4648's base32, in groups of four.
std::string secret_in_words(std::string_view secret);

// What an app reads from the square picture: whose account this is at which Withy, and the secret.
std::string app_address(std::string_view secret, std::string_view account, std::string_view place);

}  // namespace proofs
