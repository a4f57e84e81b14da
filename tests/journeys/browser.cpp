#include "journeys/browser.hpp"

#include "base/text.hpp"
#include "html/url.hpp"
#include "http/parse.hpp"

namespace journeys {
namespace {

std::string_view header(http::Response const& response, std::string_view name) {
    for (auto const& [entry, value] : response.headers)
        if (entry == name) return value;
    return {};
}

}  // namespace

Browser::Browser(app::Application& application, std::string network_address)
    : application_(application), network_address_(std::move(network_address)) {}

http::Request Browser::request(std::string_view method, std::string_view path) const {
    http::Request request;
    request.method = method;
    auto const target = http::parse_target(path);
    if (target) {
        request.path = target->path;
        request.query = target->query;
    }
    request.remote_address = network_address_;
    request.headers = {
        {"host", "withy.test"}, {"user-agent", "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Firefox/128.0"}};
    if (!cookie_.empty()) request.headers.emplace_back("cookie", "withy=" + cookie_);
    return request;
}

http::Response Browser::take(http::Request request) {
    auto response = application_.handle(std::move(request));
    auto const cookie = header(response, "Set-Cookie");
    if (cookie.starts_with("withy=")) cookie_ = cookie.substr(6, cookie.find(';') - 6);
    return response;
}

void Browser::follow(http::Response response, std::string_view path) {
    path_ = path;
    for (int redirections = 0; response.status == 303 && redirections < 5; ++redirections) {
        path_ = header(response, "Location");
        response = take(request("GET", path_));
    }
    status_ = response.status;
    body_ = std::move(response.body);
}

Browser& Browser::open(std::string_view path) {
    follow(take(request("GET", path)), path);
    return *this;
}

http::Response Browser::post(std::string_view path, Fields const& form) {
    auto sent = request("POST", path);
    sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    sent.headers.emplace_back("sec-fetch-site", "same-origin");
    sent.body = "csrf=" + url::encoded(between("name=\"csrf\" value=\"", "\"")) +
                "&once=" + url::encoded(between("name=\"once\" value=\"", "\""));
    for (auto const& [name, value] : form.entries())
        sent.body += '&' + url::encoded(name) + '=' + url::encoded(value);
    return take(std::move(sent));
}

Browser& Browser::send(std::string_view path, Fields const& form) {
    follow(post(path, form), path);
    return *this;
}

std::string Browser::between(std::string_view before, std::string_view after) const {
    auto const start = body_.find(before);
    if (start == std::string::npos) return {};
    auto const from = start + before.size();
    return body_.substr(from, body_.find(after, from) - from);
}

}  // namespace journeys
