#include <gtest/gtest.h>

#include <atomic>

#include "http/request_reader.hpp"
#include "http/server_test.hpp"

namespace http {
namespace {

TEST(Server, refuses_a_body_too_large_before_it_is_read) {
    Running running(quick(), echo, [](Request const& request) {
        return request.path == "/upload" ? 100U : 10U;
    });
    auto const head = [](std::string const& path, int length, std::string const& more) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n" +
               more + "\r\n";
    };
    auto const heard = running.client().ask(head("/a", 11, ""));
    EXPECT_EQ(status_of(heard), 413);
    EXPECT_TRUE(is_closed(heard));
    EXPECT_NE(heard.find("larger than 10 bytes, the most that this page takes"), heard.npos) << heard;
    auto const expecting = running.client().ask(head("/a", 11, "Expect: 100-continue\r\n"));
    EXPECT_EQ(status_of(expecting), 413) << "and not 100";
    auto const allowed = running.client().ask(head("/upload", 11, "") + "12345678901", ".");
    EXPECT_EQ(status_of(allowed), 200);
}

TEST(Server, refuses_a_chunked_body_that_grows_too_large) {
    auto settings = quick();
    settings.body_bytes = 10;
    Running running(settings);
    auto const head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"s;
    EXPECT_EQ(status_of(running.client().ask(head + "6\r\nabcdef\r\n6\r\nabcdef\r\n0\r\n\r\n")), 413);
    EXPECT_EQ(status_of(running.client().ask(head + "5\r\nabcde\r\n5\r\nabcde\r\n0\r\n\r\n", ".")), 200);
}

// Takes large bodies of whoever brings a cookie.
void ask_for_a_cookie(Request const& headers_only, Answer const& answer) {
    bool const known = !headers_only.header("cookie").empty();
    answer({.status = known ? 100 : 401, .headers = {}, .body = known ? "" : "Who are you?"});
}

TEST(Server, asks_who_sends_a_large_body_before_it_is_read) {
    auto settings = quick();
    settings.body_bytes = 10;
    Running running(
        settings, echo, [](Request const&) { return 100U; }, ask_for_a_cookie
    );
    auto const head = [](std::string const& more) {
        return "POST /a HTTP/1.1\r\nHost: a\r\n" + more + "\r\n\r\n";
    };
    for (auto const* const body : {"Content-Length: 11", "Transfer-Encoding: chunked"}) {
        auto const heard = running.client().ask(head(body));
        EXPECT_EQ(status_of(heard), 401) << body;
        EXPECT_TRUE(heard.ends_with("Who are you?[closed]")) << heard;
    }
    auto const known = running.client().ask(head("Cookie: a\r\nContent-Length: 11") + "12345678901", ".");
    EXPECT_EQ(status_of(known), 200) << known;
    auto const small = running.client().ask(head("Content-Length: 10") + "1234567890", ".");
    EXPECT_EQ(status_of(small), 200) << "a form is taken of anybody";
    auto const too_large = running.client().ask(head("Cookie: a\r\nContent-Length: 101"));
    EXPECT_EQ(status_of(too_large), 413);
}

TEST(Server, holds_no_more_of_all_bodies_than_it_may) {
    auto settings = quick();
    settings.all_bodies_bytes = 1'000;
    Running running(settings);
    auto const half = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 700\r\n\r\n" + std::string(600, 'x');
    auto const rest = std::string(100, 'x');
    auto first = running.client();
    first.say(half);
    std::this_thread::sleep_for(20ms);
    auto const refused = running.client().ask(half);
    EXPECT_EQ(status_of(refused), 503);
    EXPECT_NE(refused.find("Retry-After: 60\r\n"), refused.npos) << refused;
    EXPECT_TRUE(is_closed(refused));
    EXPECT_EQ(status_of(running.client().ask(hello, "GET /hello .")), 200) << "a page is read all the same";

    EXPECT_EQ(status_of(first.ask(rest, ".")), 200);
    auto second = running.client();
    EXPECT_EQ(status_of(second.ask(half + rest, ".")), 200) << "what was answered is held no longer";
    second.say(half);
    second.leave();
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(status_of(running.client().ask(half + rest, ".")), 200) << "nor what its sender left";
}

TEST(Server, a_client_that_sends_on_still_hears_why_it_is_refused) {
    auto settings = quick();
    settings.body_bytes = 10;
    Running running(settings);
    auto const client = running.client();
    client.say("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n");
    client.say(std::string(400'000, 'x'));
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(status_of(client.hear()), 413);
}

TEST(Server, refuses_huge_headers) {
    auto settings = quick();
    settings.header_bytes = 2'000;
    Running running(settings);
    auto const heard =
        running.client().ask("GET / HTTP/1.1\r\nHost: a\r\nCookie: " + std::string(3'000, 'c') + "\r\n\r\n");
    EXPECT_EQ(status_of(heard), 431);
    EXPECT_TRUE(is_closed(heard));
    EXPECT_EQ(status_of(running.client().ask("GET /" + std::string(3'000, 'c'))), 431);
}

TEST(Server, says_in_a_page_what_is_wrong_and_what_to_do) {
    Running running;
    auto const heard = running.client().ask("nonsense\r\n\r\n");
    EXPECT_EQ(status_of(heard), 400);
    EXPECT_NE(heard.find("Content-Type: text/html; charset=utf-8\r\n"), heard.npos);
    EXPECT_NE(heard.find("<h1>This request could not be read</h1>"), heard.npos);
    EXPECT_TRUE(is_closed(heard));
}

struct Refused {
    std::string request;
    int status;
};

class RefusedRequest : public testing::TestWithParam<Refused> {};

TEST_P(RefusedRequest, is_refused_and_nothing_after_it_is_read) {
    std::atomic<int> taken = 0;
    Running running(quick(), [&](Request const& request, Answer const& answer) {
        ++taken;
        echo(request, answer);
    });
    auto const heard = running.client().ask(GetParam().request + hello);
    EXPECT_EQ(status_of(heard), GetParam().status) << heard;
    EXPECT_TRUE(is_closed(heard)) << heard;
    EXPECT_EQ(taken, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Server,
    RefusedRequest,
    testing::Values(
        Refused{"GET /\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\nHost: a\n\n", 400},
        Refused{"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        Refused{"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Refused{"GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Refused{"\x16\x03\x01\x02\r\n\r\n", 400},
        Refused{"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        Refused{"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417},
        // The pairs by which one request is smuggled inside another.
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400},
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3,\r\n\r\nabc", 400},
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\n",
            400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n 3\r\n\r\nabc", 400},
        Refused{"GET / HTTP/1.1\r\nHost: a\r\nCookie: a\r\n b\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\nHost: a\r\nCookie: a\r\n\tContent-Length: 3\r\n\r\n", 400},
        Refused{"GET / HTTP/1.1\r\n X: a\r\nHost: a\r\n\r\n", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", 501},
        Refused{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", 501},
        Refused{"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n", 400},
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n", 400},
        Refused{
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(40'000, 'x'),
            400}
    )
);

TEST(Server, refuses_a_folded_header_however_the_network_cuts_it) {
    std::string const request = "GET / HTTP/1.1\r\nHost: a\r\nCookie: a\r\n\tb\r\n\r\n";
    for (std::size_t at_a_time = 1; at_a_time <= request.size(); ++at_a_time) {
        RequestReader reader(1'000);
        std::string waiting;
        for (std::size_t at = 0; at < request.size() && reader.wants_more(); at += at_a_time) {
            waiting += request.substr(at, at_a_time);
            waiting.erase(0, reader.feed(waiting));
        }
        EXPECT_EQ(reader.refused(), 400) << at_a_time << " bytes at a time";
    }
}

TEST(Server, takes_a_whole_address_from_a_proxy) {
    Running running;
    auto const heard =
        running.client().ask("GET http://withy.school/a HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a .");
    EXPECT_EQ(status_of(heard), 200);
}

}  // namespace
}  // namespace http
