#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fields.hpp"
#include "base/id.hpp"

// Requests and answers as values. No socket here; only server.cpp knows the network.
namespace http {

// A file that came with a form.
struct Upload {
    std::string field;
    std::string file_name;
    std::string data;
};

class Request {
public:
    std::string method;  // upper case
    std::string path;    // decoded, without the query
    Fields query;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;
    std::string remote_address;

    // Empty where there is none. Names of headers are asked for in lower case.
    std::string_view header(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;

    // What stands in the path where the route has {name}.
    std::string_view segment(std::string_view name) const;
    template <class SomeId>
    std::optional<SomeId> id(std::string_view name) const {
        return SomeId::parse(segment(name));
    }

    // The form in the body, read before the handler runs.
    Fields form;
    std::vector<Upload> uploads;

    std::vector<std::pair<std::string, std::string>> segments;  // set by the router
    std::string prepared;  // what a route's preparation found, such as the hash of a password
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    // What was written stays, although the answer is a refusal: a wrong password is counted.
    bool keeps_writes = false;
    // For the log: why this was refused, where the person is told something kinder. No personal data.
    std::string cause = {};

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

Response page(std::string markup, int status = 200);
// 422: the form again, as typed, with what is wrong.
Response form_again(std::string markup);
// 303. What may not stand in a header is percent-encoded.
Response see_other(std::string_view location);
// The same answer for what is absent and for what is not this person's. It has no body: whoever asked the
// handler shows its own page.
Response not_found();
// A download that the browser saves under the name.
Response file(std::string data, std::string_view content_type, std::string_view file_name);

// "name=value; Path=/; HttpOnly; SameSite=Lax", with Secure unless the server is plain http on loopback.
// What a name or value may not hold (RFC 6265) is left out.
struct Cookie {
    std::string name;
    std::string value;
    bool secure = true;
    std::optional<long> seconds_to_live;  // none: until the browser closes
    std::string path = "/";               // under which the browser sends it
    std::string header() const;
};

}  // namespace http
