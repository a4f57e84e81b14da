#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace messages {

// A small mail server on loopback for tests: it refuses as often as it is told, then takes what comes.
class SmallMailServer {
public:
    SmallMailServer() {
        listener_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto size = static_cast<socklen_t>(sizeof address);
        if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0)
            throw std::runtime_error("no port is free for the mail server of the test");
        listen(listener_, 8);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~SmallMailServer() {
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
    }
    SmallMailServer(SmallMailServer const&) = delete;
    SmallMailServer& operator=(SmallMailServer const&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

    // The next so many recipients are refused with this reply.
    void refuse_next(int times, std::string reply) {
        std::lock_guard const lock(mutex_);
        refusals_ = times;
        reply_ = std::move(reply);
    }
    std::vector<std::string> taken() const {
        std::lock_guard const lock(mutex_);
        return taken_;
    }

private:
    void serve() {
        for (;;) {
            auto const client = accept(listener_, nullptr, nullptr);
            if (client < 0) return;
            talk(client);
            close(client);
        }
    }

    void talk(int client) {
        std::string buffer;
        say(client, "220 small.test ready");
        for (std::string line; read_line(client, buffer, line);) {
            auto const verb = line.substr(0, 4);
            if (verb == "EHLO" || verb == "HELO") {
                say(client, "250 small.test");
            } else if (verb == "RCPT") {
                say(client, answer_to_recipient());
            } else if (verb == "DATA") {
                say(client, "354 go on");
                std::string mail;
                while (read_line(client, buffer, line) && line != ".") mail += line + "\n";
                {
                    std::lock_guard const lock(mutex_);
                    taken_.push_back(mail);
                }
                say(client, "250 taken");
            } else if (verb == "QUIT") {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 ok");
            }
        }
    }

    std::string answer_to_recipient() {
        std::lock_guard const lock(mutex_);
        if (refusals_ == 0) return "250 ok";
        --refusals_;
        return reply_;
    }

    static void say(int client, std::string const& line) {
        auto const bytes = line + "\r\n";
        (void)!write(client, bytes.data(), bytes.size());
    }

    static bool read_line(int client, std::string& buffer, std::string& line) {
        for (;;) {
            auto const end = buffer.find("\r\n");
            if (end != std::string::npos) {
                line = buffer.substr(0, end);
                buffer.erase(0, end + 2);
                return true;
            }
            char bytes[4096];
            auto const count = read(client, bytes, sizeof bytes);
            if (count <= 0) return false;
            buffer.append(bytes, static_cast<std::size_t>(count));
        }
    }

    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    int refusals_ = 0;
    std::string reply_;
    std::vector<std::string> taken_;
    std::thread thread_;
};

}  // namespace messages
