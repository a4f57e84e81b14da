#include "app/cookies.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace app {
namespace {

constexpr std::string_view of_host = "__Host-";
constexpr std::string_view of_path = "__Secure-";

bool is_of_the_whole_host(std::string_view cookie) { return cookie.find("; Path=/;") != cookie.npos; }
bool is_for_the_server_alone(std::string_view cookie) { return cookie.find("; HttpOnly") != cookie.npos; }

// The next "name=value" of the header, which is shortened by it.
std::string_view take_pair(std::string_view& left) {
    auto const end = std::min(left.find(';'), left.size());
    auto pair = left.substr(0, end);
    left.remove_prefix(std::min(end + 1, left.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(" \t"), pair.size()));
    return pair;
}

std::string with_plain_names(std::string_view header) {
    std::string plain;
    while (!header.empty()) {
        auto const pair = take_pair(header);
        for (auto const prefix : {of_host, of_path}) {
            if (!pair.starts_with(prefix)) continue;
            plain += plain.empty() ? "" : "; ";
            plain += pair.substr(prefix.size());
        }
    }
    return plain;
}

}  // namespace

void add_cookie_prefixes(http::Response& response) {
    for (auto& [name, value] : response.headers)
        if (name == "Set-Cookie" && is_for_the_server_alone(value))
            value.insert(0, is_of_the_whole_host(value) ? of_host : of_path);
}

void take_cookie_prefixes(http::Request& request) {
    for (auto& [name, value] : request.headers)
        if (name == "cookie") value = with_plain_names(value);
}

}  // namespace app
