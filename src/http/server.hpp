#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/message.hpp"

namespace http {

class Certificate;

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0 lets the system choose
    std::size_t io_threads = 1;
    std::size_t header_bytes = std::size_t{16} * 1024;
    std::size_t body_bytes = std::size_t{256} * 1024;
    std::size_t all_bodies_bytes = std::size_t{100} * 1024 * 1024;  // of all requests that come in or wait
    std::chrono::milliseconds header_time{10'000};  // from the first byte of a request to its last header
    std::chrono::milliseconds body_time{60'000};    // for a whole body; and for a client that takes no answer
    std::chrono::milliseconds idle_time{75'000};    // between two requests of one connection
    std::chrono::milliseconds stop_time{5'000};     // for the requests that run when stop() is called
    std::size_t connections = 12'000;               // beyond it, the longest idle connection is closed
};

// Answers a request later, from any thread, exactly once. A second answer is ignored; a request whose Answer
// is dropped unused is answered with 500.
using Answer = std::function<void(Response)>;

// Takes a request and returns at once; the work is done on other threads. Runs on each of the io_threads.
using Take = std::function<void(Request, Answer)>;

// How many bytes of body this request may carry: uploads may carry more than forms. Asked before the body is
// read; without it, body_bytes holds for all.
using BodyLimit = std::function<std::size_t(Request const& headers_only)>;

// Asked by its headers alone, before a body larger than body_bytes is read: 100 lets the body come, any other
// answer is sent instead of it. So nobody fills the memory before it is known who they are.
using AskFirst = Take;

// Reads HTTP/1.1 and writes answers; knows nothing of what they mean. Slow, broken and oversized requests are
// refused here (400, 405, 408, 413, 417, 431, 501, 503) and never reach Take.
// With a certificate it speaks TLS alone.
class Server {
public:
    Server(
        ServerSettings settings,
        Take take,
        BodyLimit body_limit,
        AskFirst ask_first = {},
        std::shared_ptr<Certificate const> certificate = {}
    );
    ~Server();

    // The port it listens on. Listening begins on construction; throws std::runtime_error, in
    // words for who started it, where it may not listen there.
    std::uint16_t port() const;

    // Serves until stop(), which any thread or signal handler's thread may call.
    void run();
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
