#pragma once

#include <exception>
#include <functional>

#include "app/answered.hpp"
#include "db/connection.hpp"
#include "http/message.hpp"
#include "http/server.hpp"

namespace app {

// One write: runs in a savepoint of its own, then says whether what it wrote stays.
struct Write {
    // Answers within the open transaction; throws where the write can't stand.
    std::function<Answered(db::Connection&)> run;
    // Words what was thrown for the person who waits.
    std::function<http::Response(std::exception_ptr)> refuse;
    http::Answer answer;
};

// An answer that is ready and waits until what it tells of children is in the log of reads.
struct Page {
    readings::OfPage page;
    http::Response response;
    // Words why it can't leave.
    std::function<http::Response(std::exception_ptr)> refuse;
    http::Answer answer;
    bool others_wait = false;  // many requests waited for a worker while it was made
    int tries = 0;
};

}  // namespace app
