#include "http/parse.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/text_value.hpp"

namespace http {
namespace {

// -1 where the character is no hexadecimal digit.
int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

Expected<std::string, Malformed> form_value(std::string_view text, FormLimits const& limits) {
    auto const decoded = percent_decoded(text, true);
    if (!decoded) return decoded;
    return text_value(*decoded, limits.field_bytes);
}

bool climbs(std::string_view path) {
    auto const segments = text::split(path, '/');
    return std::ranges::any_of(segments, [](auto segment) { return segment == "." || segment == ".."; });
}

bool has_encoded_slash(std::string_view path) {
    return path.find("%2F") != path.npos || path.find("%2f") != path.npos;
}

Expected<std::string, Malformed> parse_path(std::string_view encoded) {
    if (!encoded.starts_with('/') || has_encoded_slash(encoded)) return refuse(Malformed::target);
    auto path = percent_decoded(encoded, false);
    if (!path) return path;
    if (!text::is_utf8(*path)) return refuse(Malformed::encoding);
    bool const strange = text::has_control_characters(*path) || path->find_first_of("\t\r\n\\") != path->npos;
    if (strange || climbs(*path)) return refuse(Malformed::target);
    return path;
}

std::string_view without_spaces(std::string_view text) {
    auto const from = text.find_first_not_of(" \t");
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string_view without_quotes(std::string_view text) {
    bool const quoted = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
    return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

std::string in_words(Malformed fault) {
    switch (fault) {
        case Malformed::percent_encoding:
            return "Part of this address is cut off or mistyped. Follow the link again";
        case Malformed::encoding:
            return "Some characters could not be read. Go back, take out any unusual characters and try "
                   "again";
        case Malformed::too_many_fields: return "This form has too many answers. Send it in smaller parts";
        case Malformed::too_long:
            return "Nothing was saved. Go back, where your long texts are kept, shorten the longest one and "
                   "send it again";
        case Malformed::multipart: return "The form did not arrive complete. Go back and send it again";
        case Malformed::target: return "There is no such address. Follow the link again";
    }
    return {};
}

Expected<std::string, Malformed> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] == '%') {
            if (text.size() - i < 3) return refuse(Malformed::percent_encoding);
            auto const high = hexadecimal(text[i + 1]);
            auto const low = hexadecimal(text[i + 2]);
            if (high < 0 || low < 0) return refuse(Malformed::percent_encoding);
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    for (auto const c : text) {
        if (is_unreserved(c)) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
    return out;
}

Expected<Fields, Malformed> parse_form(std::string_view body, FormLimits const& limits) {
    Fields fields;
    std::size_t count = 0;
    while (!body.empty()) {
        auto const entry = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(entry.size() + 1, body.size()));
        if (entry.empty()) continue;
        if (++count > limits.fields) return refuse(Malformed::too_many_fields);

        auto const equals = entry.find('=');
        auto name = form_value(entry.substr(0, equals), limits);
        if (!name) return refuse(name.error());
        auto value = form_value(equals == entry.npos ? "" : entry.substr(equals + 1), limits);
        if (!value) return refuse(value.error());
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string_view cookie_value(std::string_view header, std::string_view name) {
    if (name.empty()) return {};
    while (!header.empty()) {
        auto const pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(pair.size() + 1, header.size()));
        auto const equals = pair.find('=');
        if (equals == pair.npos || without_spaces(pair.substr(0, equals)) != name) continue;
        return without_quotes(without_spaces(pair.substr(equals + 1)));
    }
    return {};
}

Expected<Target, Malformed> parse_target(std::string_view target) {
    auto const mark = target.find('?');
    auto path = parse_path(target.substr(0, mark));
    if (!path) return refuse(path.error());
    auto query = parse_form(mark == target.npos ? "" : target.substr(mark + 1));
    if (!query) return refuse(query.error());
    return Target{.path = std::move(*path), .query = std::move(*query)};
}

}  // namespace http
