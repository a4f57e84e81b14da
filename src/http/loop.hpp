#pragma once

#include <algorithm>
#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/intrusive/list.hpp>
#include <ctime>
#include <memory>
#include <optional>
#include <string>

#include "http/certificate.hpp"
#include "http/server.hpp"

// What server.cpp alone includes: the connections of one I/O thread and the sweep over them.
namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using TlsStream = asio::ssl::stream<Socket&>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using Awaiting = asio::use_awaitable_t<Executor>;
using Resume = asio::async_result<Awaiting, void()>::handler_type;

enum class Phase { idle, header, body, answering, writing, leaving };
constexpr std::size_t phases = 6;

struct Loop;
using InAList = boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// Lives in the frame of its coroutine, and in the list of its phase, the earliest first.
struct Connection : InAList {
    Connection(Loop& its_loop, Socket its_socket, std::string address);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void enter(Phase phase);
    void close();
    // Counts the bytes of the body that it holds now. False where those of all connections are too many.
    bool hold(std::size_t bytes);
    // Goes on with the coroutine that waits for an answer.
    void go_on();

    Loop& loop;
    Socket socket;
    std::unique_ptr<TlsStream> tls;  // where the server has a certificate
    std::string remote_address;
    boost::beast::flat_buffer buffer;
    Clock::time_point since;
    bool too_late = false;
    std::size_t held = 0;
    std::optional<Response> answer;
    std::optional<Resume> resume;  // stands while a handler works
};

// Lets the request be taken, and goes on with the connection once the answer is there; meanwhile its
// coroutine waits.
void hand_over(Connection& connection, Take const& take, Request request);

using Connections = boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>>;

// What all I/O threads share, unchanged while they run.
struct Service {
    ServerSettings settings;
    Take take;
    BodyLimit body_limit;
    AskFirst ask_first;
    std::shared_ptr<Certificate const> certificate;
};

// One I/O thread: its connections, and a sweep that finds those whose time is up. A sweep over lists in order
// of time costs less than a timer for each connection.
struct Loop : std::enable_shared_from_this<Loop> {
    explicit Loop(Service const& its_service);

    ServerSettings const& settings() const { return service.settings; }
    Connections& in(Phase phase) { return by_phase[static_cast<std::size_t>(phase)]; }

    // Closes the longest idle connection where all places are taken. False when every one is busy.
    bool make_room();

    // Ends what has had its time, again and again until the loop is closed and empty.
    void sweep();

    // No further requests; those that run may finish within stop_time.
    void close();

    // The Date header's value.
    std::string_view date();

    void connection_ended();

    Service const& service;
    std::array<Connections, phases> by_phase;
    std::size_t present = 0;
    std::size_t held = 0;
    bool closing = false;
    bool abandoned = false;  // answers that come now are not awaited any more
    asio::io_context context{1};

private:
    void expire(Phase phase, Milliseconds limit, Clock::time_point now);
    void abandon();

    Clock::time_point last_moment_;
    Milliseconds pulse_{1'000};
    std::time_t date_second_ = 0;
    std::string date_text_;
    Timer timer_{context};
};

}  // namespace http
