#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/application.hpp"
#include "base/fields.hpp"
#include "journeys/markup.hpp"

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

    // Fills in the form of the open page that leads to this address, leaving as it stands what is not named,
    // and presses its button. Without such a form the status is 0: nobody could have sent it.
    Browser& submit(std::string_view action, Fields const& filled);

    // What submit would send.
    std::optional<Fields> filled_form(std::string_view action, Fields const& filled) const;
    // One request with these fields alone, as it is answered.
    http::Response post_exactly(std::string_view path, Fields const& fields);
    // The same, following where it leads.
    Browser& send_exactly(std::string_view path, Fields const& fields);
    http::Response get(std::string_view path);
    // Sends a file through the form of the open page that leads to the address, and follows where it leads.
    Browser& upload(std::string_view action, std::string const& field, std::string const& data);

    bool shows(std::string_view words) const { return body_.find(words) != std::string::npos; }
    // What stands in the page between the two texts; empty where they do not.
    std::string between(std::string_view before, std::string_view after) const;

    int status() const { return status_; }
    // How the server answered first, before it led elsewhere.
    int answered() const { return answered_; }
    // Where the browser is; the word for what was just saved is no part of it.
    std::string path() const { return path_.substr(0, path_.find("?saved=")); }
    std::string const& body() const { return body_; }
    std::string cookie() const { return cookies_.contains("withy") ? cookies_.at("withy") : std::string(); }
    void keep_cookie(std::string cookie) { cookies_["withy"] = std::move(cookie); }
    std::vector<Form> forms() const { return forms_in(body_); }

private:
    http::Request request(std::string_view method, std::string_view path) const;
    http::Response take(http::Request request);
    void follow(http::Response response, std::string_view path);

    app::Application& application_;
    std::string network_address_;
    std::map<std::string, std::string> cookies_;
    std::string body_;
    std::string path_;
    int status_ = 0;
    int answered_ = 0;
};

}  // namespace journeys
