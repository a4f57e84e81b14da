#include "http/server_test.hpp"

#include <gtest/gtest.h>

#include <future>

namespace http {
namespace {

TEST(Server, answers_and_keeps_the_connection) {
    Running running;
    auto const client = running.client();
    for (int time = 0; time < 3; ++time) {
        auto const heard = client.ask(hello, "GET /hello .");
        EXPECT_EQ(status_of(heard), 200);
        EXPECT_NE(heard.find("\r\nContent-Length: 12\r\n"), heard.npos) << heard;
        EXPECT_NE(heard.find("\r\nDate: "), heard.npos) << heard;
        EXPECT_EQ(heard.find("Server:"), heard.npos) << heard;
        EXPECT_EQ(heard.find("Connection:"), heard.npos) << heard;
    }
    EXPECT_TRUE(is_closed(client.ask(last_hello)));
}

TEST(Server, says_where_another_program_listens_already) {
    Running const first;
    auto second = quick();
    second.port = first.port();
    try {
        Server const refused(second, echo, {});
        FAIL() << "two servers listen on one port";
    } catch (std::runtime_error const& fault) {
        EXPECT_EQ(
            fault.what(),
            "another program has 127.0.0.1:" + std::to_string(first.port()) +
                ". End it, or choose another port"
        );
    }
}

TEST(Server, fills_in_what_a_handler_needs) {
    std::promise<Request> seen;
    Running running(quick(), [&](Request const& request, Answer const& answer) {
        seen.set_value(request);
        echo(request, answer);
    });
    running.client().ask(
        "POST /pupils HTTP/1.1\r\nHost: a\r\nX-Thing:  One \r\nContent-Length: 5\r\n\r\nname=", "name=."
    );
    auto const request = seen.get_future().get();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/pupils");
    EXPECT_EQ(request.body, "name=");
    EXPECT_EQ(request.remote_address, "127.0.0.1");
    EXPECT_EQ(request.headers.at(1), (std::pair{"x-thing"s, "One"s}));
}

TEST(Server, pipelined_requests_are_answered_in_order) {
    std::vector<std::jthread> threads;
    Running running(quick(), on_another_thread(1ms, threads));
    std::string many;
    for (int number = 0; number < 50; ++number)
        many += "GET /" + std::to_string(number) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    auto const heard = running.client().ask(many + last_hello);
    std::size_t at = 0;
    for (int number = 0; number < 50; ++number) {
        at = heard.find("GET /" + std::to_string(number) + " .", at);
        ASSERT_NE(at, heard.npos) << number;
    }
    running.stop();
}

TEST(Server, a_request_may_come_byte_by_byte) {
    Running running;
    auto const client = running.client();
    auto const request = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"s;
    for (char const byte : request) {
        client.say({&byte, 1});
        std::this_thread::sleep_for(200us);
    }
    EXPECT_EQ(status_of(client.hear("POST /a abc.")), 200);
}

TEST(Server, head_has_the_length_but_not_the_body) {
    Running running;
    auto const heard = running.client().ask("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_NE(heard.find("Content-Length: 9\r\n"), heard.npos);
    EXPECT_TRUE(heard.ends_with("\r\n\r\n[closed]")) << heard;
}

TEST(Server, http_1_0_closes_unless_it_asks_to_stay) {
    Running running;
    EXPECT_TRUE(is_closed(running.client().ask("GET /a HTTP/1.0\r\n\r\n")));
    auto const staying = running.client();
    auto const heard = staying.ask("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /a .");
    EXPECT_NE(heard.find("Connection: keep-alive\r\n"), heard.npos);
    EXPECT_EQ(status_of(staying.ask("GET /a HTTP/1.0\r\n\r\n")), 200);
}

TEST(Server, reads_a_chunked_body_and_drops_its_trailers) {
    Running running;
    auto const client = running.client();
    client.say("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    std::this_thread::sleep_for(5ms);
    client.say("4;note=1\r\ndefg\r\n0\r\nCookie: stolen\r\n\r\n");
    EXPECT_EQ(status_of(client.hear("POST /a abcdefg.")), 200);
    EXPECT_EQ(status_of(client.ask(hello, "GET /hello .")), 200);
}

TEST(Server, asks_for_an_expected_body_and_takes_it) {
    Running running;
    auto const client = running.client();
    auto const head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
    EXPECT_EQ(client.ask(head, "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(status_of(client.ask("abc", "POST /a abc.")), 200);
}

TEST(Server, half_a_request_harms_nothing) {
    Running running;
    for (auto const part :
         {"G", "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"}) {
        auto const client = running.client();
        client.say(part);
        client.finish_saying();
        EXPECT_EQ(client.hear(), "[closed]");
    }
    EXPECT_EQ(status_of(running.client().ask(last_hello)), 200);
}

TEST(Server, a_client_that_has_said_all_still_hears_the_answer) {
    std::vector<std::jthread> threads;
    Running running(quick(), on_another_thread(20ms, threads));
    auto const client = running.client();
    client.say(hello);
    client.finish_saying();
    EXPECT_TRUE(client.hear().ends_with("GET /hello .[closed]"));
}

TEST(Server, an_answer_for_a_client_that_has_gone_is_dropped) {
    std::promise<Answer> taken;
    Running running(quick(), [&](Request const& request, Answer const& answer) {
        if (request.path == "/slow") return taken.set_value(answer);
        echo(request, answer);
    });
    auto client = running.client();
    client.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const answer = taken.get_future().get();
    client.leave();
    Response large;
    large.body.assign(5'000'000, 'x');
    answer(large);
    EXPECT_EQ(status_of(running.client().ask(last_hello)), 200);
}

TEST(Server, a_request_is_answered_once) {
    Running running(quick(), [](Request const&, Answer const& answer) {
        answer({.status = 200, .headers = {}, .body = "first"});
        answer({.status = 200, .headers = {}, .body = "second"});
    });
    auto const heard = running.client().ask(last_hello);
    EXPECT_TRUE(heard.ends_with("first[closed]")) << heard;
}

TEST(Server, a_forgotten_request_and_a_thrown_exception_are_answered_with_500) {
    Running forgetful(quick(), [](Request const&, Answer const&) {});
    EXPECT_EQ(status_of(forgetful.client().ask(last_hello)), 500);
    Running throwing(quick(), [](Request const&, Answer const&) { throw std::runtime_error("broken"); });
    EXPECT_EQ(status_of(throwing.client().ask(last_hello)), 500);
}

TEST(Server, a_large_answer_reaches_a_slow_reader_whole) {
    Running running(quick(), [](Request const&, Answer const& answer) {
        answer({.status = 200, .headers = {}, .body = std::string(20'000'000, 'x') + "end"});
    });
    auto const client = running.client();
    client.say(last_hello);
    std::this_thread::sleep_for(50ms);
    auto const heard = client.hear();
    EXPECT_TRUE(heard.ends_with("end[closed]"));
    EXPECT_GT(heard.size(), 20'000'000U);
}

TEST(Server, a_header_cannot_be_split_by_its_value) {
    Running running(quick(), [](Request const&, Answer const& answer) {
        Response response;
        answer(response.with("Location", "/a\r\nSet-Cookie: b").with("content-length", "7"));
    });
    auto const heard = running.client().ask(last_hello);
    EXPECT_NE(heard.find("\r\nLocation: /a  Set-Cookie: b\r\n"), heard.npos) << heard;
    EXPECT_EQ(heard.find("content-length"), heard.npos) << heard;
}

}  // namespace
}  // namespace http
