#pragma once

#include <exception>
#include <functional>

#include "db/connection.hpp"
#include "http/message.hpp"
#include "http/server.hpp"

namespace app {

// One write: runs in a savepoint of its own, then says whether what it wrote stays.
struct Write {
    // Answers within the open transaction; throws where the write can't stand.
    std::function<http::Response(db::Connection&)> run;
    // Words what was thrown for the person who waits.
    std::function<http::Response(std::exception_ptr)> refuse;
    http::Answer answer;
};

}  // namespace app
