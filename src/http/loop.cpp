#include "http/loop.hpp"

#include <atomic>

#include "http/refusal_page.hpp"
#include "http/response_head.hpp"

namespace http {
namespace {

constexpr Milliseconds leaving_time{2'000};

// Brings one answer back to the connection's own thread.
class Waiting {
public:
    Waiting(std::shared_ptr<Loop> loop, Connection& connection)
        : loop_(std::move(loop)), connection_(connection) {}
    ~Waiting() { give(refusal_page(500)); }
    Waiting(Waiting const&) = delete;
    Waiting& operator=(Waiting const&) = delete;

    void give(Response response) {
        if (given_.exchange(true)) return;
        // The loop outlives what it runs, and the connection stays until it is answered or abandoned.
        auto arrive = [&loop = *loop_, &connection = connection_, answer = std::move(response)]() mutable {
            if (loop.abandoned) return;
            connection.answer = std::move(answer);
            connection.go_on();
        };
        asio::post(loop_->context, std::move(arrive));
    }

private:
    std::shared_ptr<Loop> loop_;
    Connection& connection_;
    std::atomic<bool> given_ = false;
};

}  // namespace

Connection::Connection(Loop& its_loop, Socket its_socket, std::string address)
    : loop(its_loop), socket(std::move(its_socket)), remote_address(std::move(address)) {
    if (auto const& certificate = loop.service.certificate)
        tls = std::make_unique<TlsStream>(socket, certificate->begin());
    ++loop.present;
}

Connection::~Connection() {
    --loop.present;
    hold(0);
    loop.connection_ended();
}

void Connection::enter(Phase phase) {
    if (is_linked()) unlink();
    since = Clock::now();
    loop.in(phase).push_back(*this);
}

void Connection::close() {
    error_code ignored;
    socket.close(ignored);
}

bool Connection::hold(std::size_t bytes) {
    loop.held = loop.held - held + bytes;
    held = bytes;
    return bytes == 0 || loop.held <= loop.settings().all_bodies_bytes / loop.settings().io_threads;
}

void Connection::go_on() {
    auto going = std::move(*resume);
    resume.reset();
    going();
}

void hand_over(Connection& connection, Take const& take, Request request) {
    auto const waiting = std::make_shared<Waiting>(connection.loop.shared_from_this(), connection);
    try {
        take(std::move(request), [waiting](Response response) { waiting->give(std::move(response)); });
    } catch (std::exception const&) {
        waiting->give(refusal_page(500));
    }
}

Loop::Loop(Service const& its_service) : service(its_service) {
    for (auto const time :
         {settings().header_time, settings().body_time, settings().idle_time, settings().stop_time})
        pulse_ = std::clamp(time / 4, Milliseconds{5}, pulse_);
}

// The connection closed here ends before the next is admitted: both happen in the order they were asked for.
bool Loop::make_room() {
    auto const most = std::max<std::size_t>(1, settings().connections / settings().io_threads);
    if (present < most) return true;
    for (auto const phase : {Phase::leaving, Phase::idle}) {
        if (in(phase).empty()) continue;
        auto& longest = in(phase).front();
        longest.unlink();
        longest.close();
        return true;
    }
    return false;
}

void Loop::expire(Phase phase, Milliseconds limit, Clock::time_point now) {
    while (!in(phase).empty() && now - in(phase).front().since >= limit) {
        auto& connection = in(phase).front();
        connection.unlink();
        connection.too_late = true;
        error_code ignored;
        if (phase == Phase::header || phase == Phase::body)
            connection.socket.cancel(ignored);
        else
            connection.close();
    }
}

void Loop::sweep() {
    auto const now = Clock::now();
    expire(Phase::idle, settings().idle_time, now);
    expire(Phase::header, settings().header_time, now);
    expire(Phase::body, settings().body_time, now);
    expire(Phase::writing, settings().body_time, now);
    expire(Phase::leaving, leaving_time, now);
    if (closing && now >= last_moment_) abandon();
    if (closing && present == 0) return;
    timer_.expires_after(pulse_);
    timer_.async_wait([this](error_code error) {
        if (!error) sweep();
    });
}

void Loop::close() {
    if (std::exchange(closing, true)) return;
    last_moment_ = Clock::now() + settings().stop_time;
    expire(Phase::idle, Milliseconds::zero(), Clock::now());
    connection_ended();
}

void Loop::abandon() {
    abandoned = true;
    for (auto const phase : {Phase::idle, Phase::header, Phase::body, Phase::writing, Phase::leaving})
        for (auto& connection : in(phase)) connection.close();
    while (!in(Phase::answering).empty()) {
        auto& connection = in(Phase::answering).front();
        connection.unlink();
        connection.close();
        connection.go_on();
    }
}

void Loop::connection_ended() {
    if (closing && present == 0) timer_.cancel();
}

std::string_view Loop::date() {
    if (auto const now = std::time(nullptr); now != date_second_) {
        date_second_ = now;
        date_text_ = http_date(now);
    }
    return date_text_;
}

}  // namespace http
