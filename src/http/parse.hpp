#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "http/message.hpp"

// Bytes that strangers send, read without trust: each function is pure, total and fuzzed.
namespace http {

enum class Malformed { percent_encoding, encoding, too_many_fields, too_long, multipart, target };

// In words for the person who sent it.
std::string in_words(Malformed fault);

struct FormLimits {
    std::size_t fields = 2'000;
    std::size_t field_bytes = std::size_t{64} * 1024;
};

// Decodes %XX, and + as a space where asked. Refuses broken escapes.
Expected<std::string, Malformed> percent_decoded(std::string_view text, bool plus_is_space);

// The text for a place inside an address: all but letters, digits and -._~ as %XX.
std::string percent_encoded(std::string_view text);

// application/x-www-form-urlencoded. Values must be UTF-8 without control characters other than tab and line
// ends; line ends become \n.
Expected<Fields, Malformed> parse_form(std::string_view body, FormLimits const& limits = {});

struct Multipart {
    Fields fields;
    std::vector<Upload> uploads;
};

// multipart/form-data (RFC 7578). The content type carries the boundary. The fields are held to what
// parse_form says; a file's data stays as it came, its name loses any path, and a file input left empty gives
// no upload.
Expected<Multipart, Malformed> parse_multipart(
    std::string_view content_type, std::string_view body, FormLimits const& limits = {}
);

// The value of one cookie in a Cookie header (RFC 6265), without quotes around it; empty where it is absent.
std::string_view cookie_value(std::string_view header, std::string_view name);

struct Target {
    std::string path;
    Fields query;
};

// A request target in origin form. Refuses control characters, backslashes, encoded slashes, and the segments
// "." and ".." in its path.
Expected<Target, Malformed> parse_target(std::string_view target);

}  // namespace http
