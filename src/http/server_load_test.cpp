#include <gtest/gtest.h>

#include <future>

#include "http/server_test.hpp"

namespace http {
namespace {

TEST(Server, slow_headers_are_refused_and_closed) {
    auto settings = quick();
    settings.header_time = 100ms;
    Running running(settings);
    auto const heard = running.client().ask("GET / HTTP/1.1\r\nHos");
    EXPECT_EQ(status_of(heard), 408);
    EXPECT_TRUE(is_closed(heard));
}

TEST(Server, a_slow_body_is_refused_and_closed) {
    auto settings = quick();
    settings.body_time = 100ms;
    Running running(settings);
    auto const heard = running.client().ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    EXPECT_EQ(status_of(heard), 408);
    EXPECT_TRUE(is_closed(heard));
}

TEST(Server, an_idle_connection_is_closed_without_a_word) {
    auto settings = quick();
    settings.idle_time = 100ms;
    Running running(settings);
    EXPECT_EQ(running.client().hear(), "[closed]");
    auto const client = running.client();
    EXPECT_TRUE(client.ask(hello).ends_with("GET /hello .[closed]"));
}

TEST(Server, a_handler_may_take_longer_than_any_client_may) {
    auto settings = quick();
    settings.header_time = settings.body_time = settings.idle_time = 40ms;
    std::vector<std::jthread> threads;
    Running running(settings, on_another_thread(250ms, threads));
    EXPECT_EQ(status_of(running.client().ask(last_hello)), 200);
}

TEST(Server, a_client_that_takes_no_answer_is_closed) {
    auto settings = quick();
    settings.body_time = 100ms;
    settings.connections = 1;
    std::promise<void> asked;
    Running running(settings, [&, first = true](Request const&, Answer const& answer) mutable {
        answer({.status = 200, .headers = {}, .body = std::string(first ? 20'000'000 : 1, 'x')});
        if (std::exchange(first, false)) asked.set_value();
    });
    auto const client = running.client();
    client.say(hello);
    asked.get_future().get();
    // While its answer waits, it holds the only connection that there may be.
    while (status_of(running.client().ask(last_hello)) == 503) std::this_thread::sleep_for(20ms);
    EXPECT_LT(client.hear().size(), 20'000'000U);
}

TEST(Server, thousands_of_idle_connections_hinder_nobody) {
    Running running;
    std::vector<Client> idle;
    for (int number = 0; number < 2'000; ++number) idle.push_back(running.client());
    auto const client = running.client();
    for (int time = 0; time < 100; ++time) ASSERT_EQ(status_of(client.ask(hello, "GET /hello .")), 200);
    EXPECT_EQ(status_of(idle.front().ask(hello, "GET /hello .")), 200);
    EXPECT_EQ(status_of(idle.back().ask(hello, "GET /hello .")), 200);
}

TEST(Server, beyond_the_cap_the_longest_idle_connection_is_closed) {
    auto settings = quick();
    settings.connections = 3;
    Running running(settings);
    auto const first = running.client();
    auto const second = running.client();
    auto const third = running.client();
    for (auto const* client : {&second, &third, &first}) client->ask(hello, "GET /hello .");
    auto const fourth = running.client();
    EXPECT_EQ(status_of(fourth.ask(hello, "GET /hello .")), 200);
    EXPECT_EQ(second.hear(), "[closed]");
    EXPECT_EQ(status_of(third.ask(hello, "GET /hello .")), 200);
    EXPECT_EQ(status_of(first.ask(hello, "GET /hello .")), 200);
}

TEST(Server, says_so_where_every_connection_is_busy) {
    auto settings = quick();
    settings.connections = 1;
    std::promise<Answer> taken;
    Running running(settings, [&](Request const&, Answer answer) { taken.set_value(std::move(answer)); });
    auto const busy = running.client();
    busy.say(hello);
    auto const answer = taken.get_future().get();
    auto const heard = running.client().hear();
    EXPECT_EQ(status_of(heard), 503);
    EXPECT_TRUE(is_closed(heard));
    answer({.status = 200, .headers = {}, .body = "done"});
    EXPECT_EQ(status_of(busy.hear("done")), 200);
}

TEST(Server, works_on_several_threads) {
    auto settings = quick();
    settings.io_threads = 3;
    Running running(settings);
    std::vector<Client> clients;
    for (int number = 0; number < 9; ++number) clients.push_back(running.client());
    for (auto const& client : clients) EXPECT_EQ(status_of(client.ask(hello, "GET /hello .")), 200);
}

TEST(Server, stopping_lets_a_running_request_finish_and_takes_no_more) {
    std::promise<Answer> taken;
    Running running(quick(), [&](Request const&, Answer answer) { taken.set_value(std::move(answer)); });
    auto const idle = running.client();
    auto const busy = running.client();
    busy.say(hello);
    auto const answer = taken.get_future().get();
    running.server().stop();
    EXPECT_EQ(idle.hear(), "[closed]");
    answer({.status = 200, .headers = {}, .body = "done"});
    auto const heard = busy.hear();
    EXPECT_TRUE(heard.ends_with("done[closed]")) << heard;
    EXPECT_NE(heard.find("Connection: close\r\n"), heard.npos);
}

TEST(Server, stopping_waits_no_longer_than_it_may) {
    auto settings = quick();
    settings.stop_time = 100ms;
    std::promise<Answer> taken;
    Answer answer;
    {
        Running running(settings, [&](Request const&, Answer given) { taken.set_value(std::move(given)); });
        auto const busy = running.client();
        busy.say(hello);
        answer = taken.get_future().get();
        auto const half = running.client();
        half.say("GET / HT");
        std::this_thread::sleep_for(20ms);
        auto const start = std::chrono::steady_clock::now();
        running.stop();
        EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
        EXPECT_EQ(busy.hear(), "[closed]");
    }
    answer({.status = 200, .headers = {}, .body = "too late"});  // the server is gone: nothing happens
}

TEST(Server, says_where_the_port_is_taken) {
    Running running;
    auto settings = quick();
    settings.port = running.port();
    EXPECT_ANY_THROW(Server(settings, echo, {}));
}

}  // namespace
}  // namespace http
