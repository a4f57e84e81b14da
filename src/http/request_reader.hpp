#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace http {

// Reads one HTTP/1 request from bytes as they come, within limits. No socket here, so that it is tested and
// fuzzed alone.
class RequestReader {
public:
    explicit RequestReader(std::size_t header_bytes);
    ~RequestReader();
    RequestReader(RequestReader const&) = delete;
    RequestReader& operator=(RequestReader const&) = delete;

    // Takes what it can and says how many bytes that were: bytes of the next request stay, and so do those
    // that mean nothing without the ones to come. Stops after the headers until limit_body is called.
    std::size_t feed(std::string_view bytes);

    // Reads on into the body, or refuses with 413 where it is, or grows, larger.
    void limit_body(std::size_t bytes);

    // Whether the body is, or may grow, larger than this.
    bool may_exceed(std::size_t bytes) const;

    // Refuses with this status, for reasons outside the bytes.
    void refuse(int status) { refused_ = status; }

    bool wants_more() const;
    bool has_headers() const;

    // 0, or the status that says why no request came of it; the detail says it in words where there is more
    // to say.
    int refused() const { return refused_; }
    std::string const& detail() const { return detail_; }

    // Known once the headers are read.
    bool stays_open() const;
    bool is_http_1_0() const;
    bool expects_continue() const;

    Request request;

private:
    class Wire;
    void refuse_as_too_large();

    std::unique_ptr<Wire> wire_;
    std::size_t most_bytes_ = 0;  // of its body
    int refused_ = 0;
    std::string detail_;
};

}  // namespace http
