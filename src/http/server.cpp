#include "http/server.hpp"

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/loop.hpp"
#include "http/refusal_page.hpp"
#include "http/request_reader.hpp"
#include "http/response_head.hpp"

// Coroutines stay in this file: GCC 12.2 destroys a temporary aggregate, or a lambda that owns, twice when it
// stands inside a co_await expression, and was seen to resume a wrong frame where co_await stood inside a
// condition. So each co_await is the whole initialiser of a named local, and what it needs has a name too.
namespace http {
namespace {

template <class Value>
using Task = asio::awaitable<Value, Executor>;
constexpr Awaiting awaiting;

constexpr std::size_t first_read = 1024;  // what an idle connection keeps ready; most requests fit
constexpr std::size_t header_read = std::size_t{4} * 1024;
constexpr std::size_t body_read = std::size_t{16} * 1024;

// False when the client has gone or its time is up.
Task<bool> read_more(Connection& connection, std::size_t most) {
    error_code error;
    auto const space = connection.buffer.prepare(most);
    std::size_t size = 0;
    if (connection.tls) {
        auto const came =
            co_await connection.tls->async_read_some(space, asio::redirect_error(awaiting, error));
        size = came;
    } else {
        auto const came =
            co_await connection.socket.async_read_some(space, asio::redirect_error(awaiting, error));
        size = came;
    }
    connection.buffer.commit(size);
    co_return !error && !connection.too_late;
}

// The same over TLS, where head and body leave in one record if they fit.
Task<bool> write_all_sealed(Connection& connection, std::string text) {
    for (std::string_view left = text; !left.empty();) {
        error_code error;
        auto const piece = asio::buffer(left);
        connection.enter(Phase::writing);
        auto const size =
            co_await connection.tls->async_write_some(piece, asio::redirect_error(awaiting, error));
        if (error) co_return false;
        left.remove_prefix(size);
    }
    co_return true;
}

// Each piece that the client takes gives it new time for the rest.
Task<bool> write_all(Connection& connection, std::string_view head, std::string_view body) {
    if (connection.tls) {
        auto text = std::string(head).append(body);
        bool const sealed = co_await write_all_sealed(connection, std::move(text));
        co_return sealed;
    }
    for (;;) {
        error_code error;
        std::array<asio::const_buffer, 2> const pieces{
            asio::const_buffer(head.data(), head.size()), asio::const_buffer(body.data(), body.size())};
        auto const size = connection.socket.write_some(pieces, error);
        if (error && error != asio::error::would_block) co_return false;

        auto const of_head = std::min(size, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(size - of_head);
        if (head.empty() && body.empty()) co_return true;

        connection.enter(Phase::writing);
        co_await connection.socket.async_wait(Socket::wait_write, asio::redirect_error(awaiting, error));
        if (error) co_return false;
    }
}

Task<bool> write_response(
    Connection& connection, Response const& response, std::string_view persistence, bool with_body
) {
    auto const head = response_head(response, connection.loop.date(), persistence);
    std::string_view const body = with_body ? std::string_view(response.body) : std::string_view();
    bool const written = co_await write_all(connection, head, body);
    co_return written;
}

void feed(RequestReader& reader, Connection& connection) {
    auto const bytes = connection.buffer.cdata();
    connection.buffer.consume(reader.feed({static_cast<char const*>(bytes.data()), bytes.size()}));
    if (!connection.hold(reader.request.body.size())) reader.refuse(503);
}

bool lacks_headers(RequestReader const& reader) { return reader.wants_more() && !reader.has_headers(); }
bool lacks_body(RequestReader const& reader) { return reader.wants_more(); }

void limit_body(Connection& connection, RequestReader& reader) {
    auto const& service = connection.loop.service;
    try {
        reader.limit_body(
            service.body_limit ? service.body_limit(reader.request) : service.settings.body_bytes
        );
    } catch (std::exception const&) {
        reader.refuse(500);
    }
}

// Reads until the reader has what the phase is for. False when the client has gone.
Task<bool> read_while(
    Connection& connection, RequestReader& reader, bool (*is_wanted)(RequestReader const&)
) {
    for (feed(reader, connection); is_wanted(reader); feed(reader, connection)) {
        bool const came = co_await read_more(connection, reader.has_headers() ? body_read : header_read);
        if (!came && !connection.too_late) co_return false;
        if (!came) reader.refuse(408);
    }
    co_return true;
}

// Waits for an answer from another thread. False when the server has ended first.
Task<bool> be_answered(Connection& connection, Take const& take, Request&& request) {
    connection.enter(Phase::answering);
    hand_over(connection, take, std::move(request));
    auto const keep = [&connection](auto resume) { connection.resume.emplace(std::move(resume)); };
    co_await asio::async_initiate<Awaiting const, void()>(keep, awaiting);
    co_return connection.answer.has_value();
}

bool asks_first(Connection const& connection, RequestReader const& reader) {
    auto const& service = connection.loop.service;
    return service.ask_first && reader.may_exceed(service.settings.body_bytes);
}

// False when the client has gone; otherwise the reader holds a whole request or the reason to refuse it, or
// the connection the answer that is sent instead.
Task<bool> read_request(Connection& connection, RequestReader& reader) {
    connection.enter(Phase::header);
    bool const got_headers = co_await read_while(connection, reader, lacks_headers);
    if (!got_headers) co_return false;
    if (!reader.wants_more()) co_return true;

    limit_body(connection, reader);
    if (asks_first(connection, reader)) {
        auto headers_only = reader.request;
        headers_only.remote_address = connection.remote_address;
        auto const& ask_first = connection.loop.service.ask_first;
        bool const answered = co_await be_answered(connection, ask_first, std::move(headers_only));
        if (!answered) co_return false;
        if (connection.answer->status != 100) co_return true;
        connection.answer.reset();
    }
    if (reader.wants_more() && reader.expects_continue() && connection.buffer.size() == 0) {
        bool const told = co_await write_all(connection, "HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!told) co_return false;
    }
    connection.enter(Phase::body);
    bool const got_body = co_await read_while(connection, reader, lacks_body);
    co_return got_body;
}

// False when this was the connection's last request.
Task<bool> serve_one(Connection& connection) {
    RequestReader reader(connection.loop.settings().header_bytes);
    bool const came = co_await read_request(connection, reader);
    if (!came) co_return false;

    bool const with_body = reader.request.method != "HEAD";
    if (reader.refused() != 0) {
        auto const page = refusal_page(reader.refused(), reader.detail());
        co_await write_response(connection, page, "close", with_body);
        co_return false;
    }
    if (connection.answer) {
        auto const instead = std::move(*connection.answer);
        connection.answer.reset();
        co_await write_response(connection, instead, "close", with_body);
        co_return false;
    }
    if (connection.loop.abandoned) co_return false;

    bool const stays = reader.stays_open();
    bool const says_so = reader.is_http_1_0();
    reader.request.remote_address = connection.remote_address;
    auto const& take = connection.loop.service.take;
    bool const answered = co_await be_answered(connection, take, std::move(reader.request));
    if (!answered) co_return false;

    auto const response = std::move(*connection.answer);
    connection.answer.reset();
    bool const last = !stays || connection.loop.closing;
    std::string_view const persistence = last ? "close" : says_so ? "keep-alive" : "";
    bool const written = co_await write_response(connection, response, persistence, with_body);
    co_return written && !last;
}

// Lets the client read what was written to its end: closing with unread bytes would take the answer away.
Task<void> leave(Connection& connection) {
    error_code error;
    connection.enter(Phase::leaving);
    connection.too_late = false;
    if (connection.tls) {
        co_await connection.tls->async_shutdown(asio::redirect_error(awaiting, error));
        connection.tls.reset();  // what comes now is only drained
    }
    if (!connection.socket.is_open()) co_return;
    connection.socket.shutdown(Socket::shutdown_send, error);
    if (error) co_return;
    for (bool more = true; more;) {
        connection.buffer.clear();
        more = co_await read_more(connection, header_read);
    }
}

// Whoever only connects is idle, and makes room for others; whoever begins has the time of a header.
Task<bool> shake_hands(Connection& connection) {
    error_code error;
    connection.enter(Phase::idle);
    co_await connection.socket.async_wait(Socket::wait_read, asio::redirect_error(awaiting, error));
    if (error) co_return false;
    connection.enter(Phase::header);
    auto const as_server = TlsStream::server;
    co_await connection.tls->async_handshake(as_server, asio::redirect_error(awaiting, error));
    co_return !error && !connection.too_late;
}

void rest(Connection& connection) {
    if (connection.buffer.capacity() > first_read) connection.buffer.shrink_to_fit();
    connection.enter(Phase::idle);
    if (connection.loop.closing) connection.close();
}

Task<void> serve(Loop& loop, Socket socket, std::string remote_address) {
    Connection connection(loop, std::move(socket), std::move(remote_address));
    if (connection.tls) {
        bool const trusts = co_await shake_hands(connection);
        if (!trusts) co_return;
    }
    for (bool stays = true; stays;) {
        if (connection.buffer.size() == 0) {
            rest(connection);
            bool const more = co_await read_more(connection, first_read);
            if (!more) co_return;
        }
        stays = co_await serve_one(connection);
        connection.hold(0);
    }
    co_await leave(connection);
}

void admit(Loop& loop, Socket socket) {
    error_code ignored;
    auto const peer = socket.remote_endpoint(ignored);
    socket.non_blocking(true, ignored);
    socket.set_option(tcp::no_delay(true), ignored);
    if (loop.closing) return;
    if (loop.make_room()) {
        asio::co_spawn(
            loop.context, serve(loop, std::move(socket), peer.address().to_string()), asio::detached
        );
        return;
    }
    if (loop.service.certificate) return;  // a handshake for a refusal would cost more than an answer
    auto const page = refusal_page(503);
    auto const text = response_head(page, loop.date(), "close") + page.body;
    socket.write_some(asio::buffer(text), ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
}

void allow_many_files() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::string why_not_bound(ServerSettings const& settings, error_code refused) {
    auto const place = settings.address + ":" + std::to_string(settings.port);
    if (refused == boost::system::errc::address_in_use)
        return "another program has " + place + ". End it, or choose another port";
    return "can't listen on " + place + ": " + refused.message() + ". Choose another address or port";
}

}  // namespace

struct Server::Inside {
    explicit Inside(Service its_service) : service(std::move(its_service)) {
        service.settings.io_threads = std::max<std::size_t>(1, service.settings.io_threads);
        for (std::size_t at = 0; at < service.settings.io_threads; ++at)
            loops.push_back(std::make_shared<Loop>(service));
        tcp::endpoint const endpoint(asio::ip::make_address(service.settings.address), service.settings.port);
        acceptor.emplace(loops[0]->context);
        error_code refused;
        acceptor->open(endpoint.protocol(), refused);
        if (!refused) {
            acceptor->set_option(tcp::acceptor::reuse_address(true));
            acceptor->bind(endpoint, refused);
        }
        if (refused) throw std::runtime_error(why_not_bound(service.settings, refused));
        acceptor->listen(4096);
        port = acceptor->local_endpoint().port();
        pause.emplace(loops[0]->context);
    }

    void accept_next() {
        next = (next + 1) % loops.size();
        acceptor->async_accept(loops[next]->context, [this](error_code error, Socket socket) {
            if (!acceptor->is_open()) return;
            if (error) return accept_later();
            auto& loop = *loops[next];
            auto enter = [&loop, guest = std::move(socket)]() mutable { admit(loop, std::move(guest)); };
            if (next == 0)
                enter();
            else
                asio::post(loop.context, std::move(enter));
            accept_next();
        });
    }

    // Out of files or memory: others must leave first.
    void accept_later() {
        pause->expires_after(Milliseconds{50});
        pause->async_wait([this](error_code) {
            if (acceptor->is_open()) accept_next();
        });
    }

    Service service;
    std::vector<std::shared_ptr<Loop>> loops;
    std::optional<Acceptor> acceptor;
    std::optional<Timer> pause;
    std::uint16_t port = 0;
    std::size_t next = 0;
};

Server::Server(
    ServerSettings settings,
    Take take,
    BodyLimit body_limit,
    AskFirst ask_first,
    std::shared_ptr<Certificate const> certificate
)
    : inside_(std::make_unique<Inside>(Service{
          std::move(settings),
          std::move(take),
          std::move(body_limit),
          std::move(ask_first),
          std::move(certificate)})) {
    allow_many_files();
}

Server::~Server() = default;

std::uint16_t Server::port() const { return inside_->port; }

void Server::run() {
    inside_->accept_next();
    std::vector<std::jthread> threads;
    for (auto const& loop : inside_->loops) {
        loop->sweep();
        if (loop != inside_->loops[0]) threads.emplace_back([loop] { loop->context.run(); });
    }
    inside_->loops[0]->context.run();
}

void Server::stop() {
    auto& inside = *inside_;
    asio::post(inside.loops[0]->context, [&inside] {
        error_code ignored;
        inside.acceptor->close(ignored);
    });
    for (auto const& loop : inside.loops) asio::post(loop->context, [&loop = *loop] { loop.close(); });
}

}  // namespace http
