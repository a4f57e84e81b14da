#include "http/refusal_page.hpp"

#include <fmt/format.h>

namespace http {
namespace {

struct Wording {
    std::string_view title;
    std::string_view happened;
    std::string_view advice;
};

Wording wording_of(int status) {
    switch (status) {
        case 400:
            return {
                "This request could not be read",
                "What arrived does not follow the rules of HTTP.",
                "Go back and try the link or the form again."};
        case 405:
            return {
                "This method is not used here",
                "The request asks for something that no page here does.",
                "Go back and try the link or the form again."};
        case 408:
            return {
                "The request took too long",
                "Only a part of the request arrived in time. Nothing was saved.",
                "Check your connection, then send it again."};
        case 413:
            return {
                "This is too large",
                "The form or the file is larger than this page takes. Nothing was saved.",
                "Go back, shorten the longest text or choose a smaller file, and send it again."};
        case 417:
            return {
                "This request could not be met",
                "The request expects something that this server does not do.",
                "Send it again without the Expect header."};
        case 431:
            return {
                "The address or the cookies are too long",
                "The request's headers are larger than this server takes.",
                "Clear this site's cookies, or use a shorter address."};
        case 501:
            return {
                "This request is of an unknown kind",
                "The request uses a method or an encoding that this server does not know.",
                "Go back and try the link or the form again."};
        case 503:
            return {
                "Too much comes in at once",
                "As many people are connected, or send forms and files, as this server has room for. Nothing "
                "was saved.",
                "Wait a minute, then try again."};
        default:
            return {
                "Something went wrong",
                "The request could not be answered.",
                "Try again. If it happens again, tell the person who looks after this service."};
    }
}

// Readable at any width and in the dark, with nothing to fetch: what comes next may be refused as well.
constexpr std::string_view style =
    "body{max-width:38rem;margin:0 auto;padding:2rem 1rem;font:1.125rem/1.5 system-ui,sans-serif;"
    "overflow-wrap:anywhere}h1{font-size:1.5rem;line-height:1.25}:root{color-scheme:light dark}";

}  // namespace

Response refusal_page(int status, std::string_view detail) {
    auto const wording = wording_of(status);
    Response response{.status = status, .headers = {}, .body = {}};
    response.with("Content-Type", "text/html; charset=utf-8").with("Cache-Control", "no-store");
    if (status == 405) response.with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    if (status == 503) response.with("Retry-After", "60");
    response.body = fmt::format(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n"
        "<style>{3}</style>\n<main>\n<h1>{0}</h1>\n<p>{1}</p>\n<p>{2}</p>\n<p><a href=\"/\">Today</a></p>\n"
        "</main>\n</html>\n",
        wording.title,
        detail.empty() ? wording.happened : detail,
        wording.advice,
        style
    );
    return response;
}

}  // namespace http
