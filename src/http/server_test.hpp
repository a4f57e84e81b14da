#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/server.hpp"

// What the server's tests share: a client that speaks raw bytes, and a server that runs for one test.
namespace http {

using namespace std::chrono_literals;
using namespace std::string_literals;

// A browser that says exactly the bytes it is given.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
    Client& operator=(Client&&) = delete;
    ~Client() { leave(); }

    void say(std::string_view bytes) const { ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
    void finish_saying() const { ::shutdown(socket_, SHUT_WR); }
    void leave() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }

    // What comes until it ends with the words, the server closes, or nothing comes for a while.
    std::string hear(std::string_view until = {}, std::chrono::milliseconds patience = 4s) const {
        std::string heard;
        while (until.empty() || !heard.ends_with(until)) {
            pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
            if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return heard + "[silence]";
            std::array<char, 65536> bytes{};
            auto const size = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (size <= 0) return heard + (size == 0 ? "[closed]" : "[reset]");
            heard.append(bytes.data(), static_cast<std::size_t>(size));
        }
        return heard;
    }

    std::string ask(std::string_view bytes, std::string_view until = {}) const {
        say(bytes);
        return hear(until);
    }

    int socket() const { return socket_; }

private:
    int socket_;
};

inline ServerSettings quick() {
    ServerSettings settings;
    settings.port = 0;
    settings.stop_time = 500ms;
    return settings;
}

// Says back what was asked: "GET /path body".
inline void echo(Request const& request, Answer const& answer) {
    Response response;
    response.body = request.method + " " + request.path + " " + request.body + ".";
    answer(std::move(response));
}

class Running {
public:
    explicit Running(
        ServerSettings settings = quick(),
        Take take = echo,
        BodyLimit limit = {},
        AskFirst ask = {},
        std::shared_ptr<Certificate const> certificate = {}
    )
        : server_(
              std::move(settings), std::move(take), std::move(limit), std::move(ask), std::move(certificate)
          ),
          thread_([this] { server_.run(); }) {}
    ~Running() { stop(); }

    void stop() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }
    Server& server() { return server_; }
    std::uint16_t port() const { return server_.port(); }
    Client client() const { return Client(port()); }

private:
    Server server_;
    std::thread thread_;
};

inline int status_of(std::string const& heard) {
    return heard.starts_with("HTTP/1.1 ") ? std::stoi(heard.substr(9, 3)) : 0;
}

inline bool is_closed(std::string const& heard) { return heard.ends_with("[closed]"); }

// Works like a pool of workers: every answer comes from another thread, later.
inline Take on_another_thread(std::chrono::milliseconds after, std::vector<std::jthread>& threads) {
    return [&threads, after](Request request, Answer answer) {
        threads.emplace_back([after, request = std::move(request), answer = std::move(answer)] {
            std::this_thread::sleep_for(after);
            echo(request, answer);
        });
    };
}

constexpr auto hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr auto last_hello = "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

}  // namespace http
