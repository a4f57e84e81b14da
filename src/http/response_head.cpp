#include "http/response_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"

namespace http {
namespace {

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "";
    }
}

// No header that reaches here often has one of these lengths, so that lower case is rarely worked out.
bool is_for_the_server_to_say(std::string_view name) {
    constexpr std::array<std::string_view, 4> names{
        "date", "connection", "content-length", "transfer-encoding"};
    return std::ranges::any_of(names, [&](auto const& one) {
        return one.size() == name.size() && text::ascii_lower(name) == one;
    });
}

void append_on_one_line(std::string& head, std::string_view text) {
    auto const start = head.size();
    head += text;
    std::replace_if(
        head.begin() + static_cast<std::ptrdiff_t>(start),
        head.end(),
        [](char c) { return c == '\r' || c == '\n' || c == '\0'; },
        ' '
    );
}

bool never_has_a_body(int status) { return status == 204 || status == 304; }

}  // namespace

std::string http_date(std::time_t seconds) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    return fmt::format(
        "{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
        days[static_cast<std::size_t>(utc.tm_wday)],
        utc.tm_mday,
        months[static_cast<std::size_t>(utc.tm_mon)],
        utc.tm_year + 1900,
        utc.tm_hour,
        utc.tm_min,
        utc.tm_sec
    );
}

std::string response_head(Response const& response, std::string_view date, std::string_view connection) {
    std::string head;
    head.reserve(1024);
    auto const end = std::back_inserter(head);
    fmt::format_to(
        end, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason_phrase(response.status), date
    );
    if (!never_has_a_body(response.status))
        fmt::format_to(end, "Content-Length: {}\r\n", response.body.size());
    if (!connection.empty()) fmt::format_to(end, "Connection: {}\r\n", connection);
    for (auto const& [name, value] : response.headers) {
        if (is_for_the_server_to_say(name)) continue;
        append_on_one_line(head, name);
        head += ": ";
        append_on_one_line(head, value);
        head += "\r\n";
    }
    head += "\r\n";
    return head;
}

}  // namespace http
