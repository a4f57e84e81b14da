#pragma once

#include <string>
#include <string_view>

#include "app/application.hpp"
#include "base/fields.hpp"

namespace journeys {

// What a person does with a browser: opens pages, sends the forms that stand on them, keeps the cookie.
class Browser {
public:
    explicit Browser(app::Application& application, std::string network_address = "192.0.2.1");

    // Opens the page and follows redirections; what it shows stays at hand.
    Browser& open(std::string_view path);

    // Sends a form to the address with the guard of the page that is open, and follows where it leads.
    Browser& send(std::string_view path, Fields const& form);

    // The same as one request, as it is answered.
    http::Response post(std::string_view path, Fields const& form);

    bool shows(std::string_view words) const { return body_.find(words) != std::string::npos; }
    // What stands in the page between the two texts; empty where they do not.
    std::string between(std::string_view before, std::string_view after) const;

    int status() const { return status_; }
    std::string const& path() const { return path_; }
    std::string const& body() const { return body_; }
    std::string const& cookie() const { return cookie_; }
    void keep_cookie(std::string cookie) { cookie_ = std::move(cookie); }

private:
    http::Request request(std::string_view method, std::string_view path) const;
    http::Response take(http::Request request);
    void follow(http::Response response, std::string_view path);

    app::Application& application_;
    std::string network_address_;
    std::string cookie_;
    std::string body_;
    std::string path_;
    int status_ = 0;
};

}  // namespace journeys
