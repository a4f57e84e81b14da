#include "http/message.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "http/parse.hpp"

namespace http {
namespace {

constexpr char const* html = "text/html; charset=utf-8";

std::string_view find(
    std::vector<std::pair<std::string, std::string>> const& entries, std::string_view name
) {
    for (auto const& [entry, value] : entries)
        if (entry == name) return value;
    return {};
}

bool may_stand_in_location(char c) { return c > ' ' && c < 0x7F; }

std::string safe_location(std::string_view location) {
    std::string out;
    for (auto const c : location) {
        if (may_stand_in_location(c))
            out += c;
        else
            out += percent_encoded({&c, 1});
    }
    return out;
}

// For browsers that do not know the name in UTF-8.
std::string ascii_name(std::string_view file_name) {
    std::string out(file_name);
    std::ranges::replace_if(
        out, [](char c) { return c < ' ' || c >= 0x7F || c == '"' || c == '\\'; }, '_'
    );
    return out;
}

std::string cookie_octets(std::string_view text) {
    std::string out;
    for (auto const c : text)
        if (c > ' ' && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\') out += c;
    return out;
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return find(headers, name); }

std::string_view Request::cookie(std::string_view name) const { return cookie_value(header("cookie"), name); }

std::string_view Request::segment(std::string_view name) const { return find(segments, name); }

Response page(std::string markup, int status) {
    return {.status = status, .headers = {{"Content-Type", html}}, .body = std::move(markup)};
}

Response form_again(std::string markup) { return page(std::move(markup), 422); }

Response see_other(std::string_view location) {
    return {.status = 303, .headers = {{"Location", safe_location(location)}}, .body = {}};
}

Response not_found() { return {.status = 404, .headers = {}, .body = {}}; }

Response file(std::string data, std::string_view content_type, std::string_view file_name) {
    auto disposition = fmt::format(
        "attachment; filename=\"{}\"; filename*=UTF-8''{}", ascii_name(file_name), percent_encoded(file_name)
    );
    return {
        .status = 200,
        .headers =
            {{"Content-Type", std::string(content_type)}, {"Content-Disposition", std::move(disposition)}},
        .body = std::move(data),
    };
}

std::string Cookie::header() const {
    auto text = fmt::format(
        "{}={}; Path={}; HttpOnly; SameSite=Lax",
        cookie_octets(name),
        cookie_octets(value),
        cookie_octets(path)
    );
    if (secure) text += "; Secure";
    if (seconds_to_live) text += fmt::format("; Max-Age={}", *seconds_to_live);
    return text;
}

}  // namespace http
