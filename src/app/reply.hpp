#pragma once

#include <string>
#include <utility>

#include "app/response_headers.hpp"
#include "http/server.hpp"

namespace app {

// How an answer goes to who asked: with its headers, compressed where their browser takes it.
struct Reply {
    http::Answer send;
    std::string accepts;
    bool secure = true;

    // The answer as it will leave. Takes its time, which a queue for everybody has not.
    http::Response dressed(http::Response response) const {
        return with_headers(std::move(response), accepts, secure);
    }
    void operator()(http::Response response) const { send(dressed(std::move(response))); }
};

}  // namespace app
