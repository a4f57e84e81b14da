#include "journeys/browser.hpp"

#include <algorithm>

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

// Where on a page a link leads stays with the browser.
std::string_view without_fragment(std::string_view path) { return path.substr(0, path.find('#')); }

// Of several forms that lead to one address, such as a list's buttons, the one that holds the hidden values.
bool is_meant(Form const& form, Fields const& filled) {
    return std::ranges::all_of(form.controls, [&](auto const& control) {
        return control.kind != Kind::hidden || !filled.has(control.name) ||
               form.as_it_stands.holds(control.name, filled.value(control.name));
    });
}

// A day is typed in three parts where the form asks for three.
Fields as_typed(Form const& form, Fields const& filled) {
    Fields typed;
    for (auto const& [name, value] : filled.entries()) {
        bool const in_parts = value.size() == 10 && form.offers(name + "-day");
        if (!in_parts) typed.add(name, value);
        if (in_parts) {
            typed.add(name + "-day", value.substr(8, 2));
            typed.add(name + "-month", value.substr(5, 2));
            typed.add(name + "-year", value.substr(0, 4));
        }
    }
    return typed;
}

}  // namespace

Browser::Browser(app::Application& application, std::string network_address)
    : application_(application), network_address_(std::move(network_address)) {}

http::Request Browser::request(std::string_view method, std::string_view path) const {
    http::Request request;
    request.method = method;
    auto const target = http::parse_target(without_fragment(path));
    if (target) {
        request.path = target->path;
        request.query = target->query;
    }
    request.remote_address = network_address_;
    request.headers = {
        {"host", "withy.test"}, {"user-agent", "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Firefox/128.0"}};
    std::string cookies;
    for (auto const& [name, value] : cookies_)
        if (!value.empty()) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    if (!cookies.empty()) request.headers.emplace_back("cookie", cookies);
    return request;
}

http::Response Browser::take(http::Request request) {
    auto response = application_.handle(std::move(request));
    for (auto const& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        auto const equals = value.find('=');
        cookies_[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    return response;
}

void Browser::follow(http::Response response, std::string_view path) {
    path_ = path;
    answered_ = response.status;
    for (int redirections = 0; response.status == 303 && redirections < 5; ++redirections) {
        path_ = without_fragment(header(response, "Location"));
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
    Fields guarded;
    guarded.add("csrf", between("name=\"csrf\" value=\"", "\""));
    guarded.add("once", between("name=\"once\" value=\"", "\""));
    for (auto const& [name, value] : form.entries()) guarded.add(name, value);
    return post_exactly(path, guarded);
}

http::Response Browser::post_exactly(std::string_view path, Fields const& fields) {
    auto sent = request("POST", path);
    sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    sent.headers.emplace_back("sec-fetch-site", "same-origin");
    for (auto const& [name, value] : fields.entries())
        sent.body += (sent.body.empty() ? "" : "&") + url::encoded(name) + '=' + url::encoded(value);
    return take(std::move(sent));
}

Browser& Browser::send_exactly(std::string_view path, Fields const& fields) {
    follow(post_exactly(path, fields), path);
    return *this;
}

Browser& Browser::upload(std::string_view action, std::string const& field, std::string const& data) {
    auto const fields = filled_form(action, {}).value_or(Fields{});
    auto sent = request("POST", action);
    sent.headers.emplace_back("content-type", "multipart/form-data; boundary=leaf");
    sent.headers.emplace_back("sec-fetch-site", "same-origin");
    auto const part = [&](std::string const& head, std::string const& content) {
        sent.body += "--leaf\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    };
    for (auto const& [name, value] : fields.entries()) part("name=\"" + name + "\"", value);
    part("name=\"" + field + "\"; filename=\"pupils.csv\"", data);
    sent.body += "--leaf--\r\n";
    follow(take(std::move(sent)), action);
    return *this;
}

http::Response Browser::get(std::string_view path) { return take(request("GET", path)); }

std::optional<Fields> Browser::filled_form(std::string_view action, Fields const& filled) const {
    for (auto const& form : forms()) {
        if (!form.leads_to(action) || form.method != "post" || !is_meant(form, filled)) continue;
        auto const typed = as_typed(form, filled);
        Fields sent;
        for (auto const& [name, value] : form.as_it_stands.entries())
            if (!typed.has(name)) sent.add(name, value);
        for (auto const& [name, value] : typed.entries()) sent.add(name, value);
        return sent;
    }
    return std::nullopt;
}

Browser& Browser::submit(std::string_view action, Fields const& filled) {
    auto const sent = filled_form(action, filled);
    if (sent) {
        follow(post_exactly(action, *sent), action);
    } else {
        status_ = 0;
        answered_ = 0;
    }
    return *this;
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
