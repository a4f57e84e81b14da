#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/time.h>

#include <csignal>
#include <fstream>
#include <memory>

#include "http/certificate.hpp"
#include "http/server_test.hpp"
#include "support/certificates.hpp"

namespace http {
namespace {

constexpr Instant some_time{1'790'000'000'000};
constexpr std::int64_t a_day = 24 * hours;

std::shared_ptr<Certificate> read_now(support::MadeCertificate const& made) {
    return std::make_shared<Certificate>(CertificateFiles{made.chain(), made.key()}, some_time);
}

// A browser on TLS, of the versions between these two.
class SealedClient {
public:
    explicit SealedClient(std::uint16_t port, int least = TLS1_3_VERSION, int most = TLS1_3_VERSION)
        : below_(port), context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free) {
        SSL_CTX_set_min_proto_version(context_.get(), least);
        SSL_CTX_set_max_proto_version(context_.get(), most);
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), below_.socket());
        timeval const patience{.tv_sec = 5, .tv_usec = 0};
        setsockopt(below_.socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }

    bool shake_hands() { return SSL_connect(tls_.get()) == 1; }
    void offer(std::string const& protocols) {
        SSL_set_alpn_protos(
            tls_.get(),
            reinterpret_cast<unsigned char const*>(protocols.data()),
            static_cast<unsigned int>(protocols.size())
        );
    }
    void go_on_from(SSL_SESSION* session) { SSL_set_session(tls_.get(), session); }

    void say(std::string_view bytes) { SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size())); }
    std::string hear(std::string_view until = {}) {
        std::string heard;
        while (until.empty() || !heard.ends_with(until)) {
            std::array<char, 65536> bytes{};
            auto const size = SSL_read(tls_.get(), bytes.data(), bytes.size());
            if (size <= 0)
                return heard +
                       (SSL_get_error(tls_.get(), size) == SSL_ERROR_ZERO_RETURN ? "[closed]" : "[cut]");
            heard.append(bytes.data(), static_cast<std::size_t>(size));
        }
        return heard;
    }
    std::string ask(std::string_view bytes, std::string_view until = {}) {
        say(bytes);
        return hear(until);
    }

    SSL* tls() { return tls_.get(); }
    Client const& below() const { return below_; }
    long number_of_certificate() {
        std::unique_ptr<X509, decltype(&X509_free)> const shown(
            SSL_get1_peer_certificate(tls_.get()), &X509_free
        );
        return shown ? ASN1_INTEGER_get(X509_get_serialNumber(shown.get())) : 0;
    }

private:
    Client below_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, &SSL_free};
};

class OverTls : public testing::Test {
protected:
    OverTls() { std::signal(SIGPIPE, SIG_IGN); }  // OpenSSL writes to a closed connection without asking

    std::unique_ptr<Running> run(ServerSettings settings = quick(), Take take = echo) {
        return std::make_unique<Running>(
            std::move(settings), std::move(take), BodyLimit{}, AskFirst{}, certificate
        );
    }

    support::MadeCertificate made;
    std::shared_ptr<Certificate> certificate = read_now(made);
};

TEST_F(OverTls, a_request_over_tls_1_3_is_answered_and_the_connection_stays) {
    auto const running = run();
    SealedClient client(running->port());
    ASSERT_TRUE(client.shake_hands());
    EXPECT_STREQ(SSL_get_version(client.tls()), "TLSv1.3");
    for (int time = 0; time < 3; ++time) EXPECT_EQ(status_of(client.ask(hello, "GET /hello .")), 200);
    EXPECT_TRUE(is_closed(client.ask(last_hello))) << "and its end is said in TLS too";
}

TEST_F(OverTls, older_versions_are_refused) {
    auto const running = run();
    for (int const version : {TLS1_VERSION, TLS1_1_VERSION, TLS1_2_VERSION}) {
        SealedClient client(running->port(), version, version);
        EXPECT_FALSE(client.shake_hands()) << version;
    }
    SealedClient either(running->port(), TLS1_2_VERSION, TLS1_3_VERSION);
    EXPECT_TRUE(either.shake_hands());
}

TEST_F(OverTls, only_http_1_1_is_spoken_inside) {
    auto const running = run();
    SealedClient browser(running->port());
    browser.offer("\x02h2\x08http/1.1");
    EXPECT_TRUE(browser.shake_hands());
    unsigned char const* chosen = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(browser.tls(), &chosen, &size);
    EXPECT_EQ(std::string_view(reinterpret_cast<char const*>(chosen), size), "http/1.1");

    SealedClient mail(running->port());
    mail.offer("\x04smtp");
    EXPECT_FALSE(mail.shake_hands());
}

TEST_F(OverTls, a_request_in_plain_text_is_not_served) {
    auto const running = run();
    EXPECT_EQ(status_of(running->client().ask(last_hello)), 0);
    SealedClient next(running->port());
    EXPECT_TRUE(next.shake_hands());
}

TEST_F(OverTls, a_slow_handshake_is_cut) {
    auto settings = quick();
    settings.header_time = 60ms;
    auto const running = run(settings);
    auto const slow = running->client();
    slow.say("\x16\x03\x01");
    EXPECT_TRUE(is_closed(slow.hear())) << "long before the idle time";
}

TEST_F(OverTls, who_only_connects_is_idle_and_makes_room_for_others) {
    auto settings = quick();
    settings.connections = 2;
    auto const running = run(settings);
    auto const first = running->client();
    auto const second = running->client();
    SealedClient third(running->port());
    ASSERT_TRUE(third.shake_hands());
    EXPECT_TRUE(is_closed(first.hear()));
}

TEST_F(OverTls, a_slow_request_is_told_so_in_tls) {
    auto settings = quick();
    settings.header_time = 500ms;
    auto const running = run(settings);
    SealedClient client(running->port());
    ASSERT_TRUE(client.shake_hands());
    auto const heard = client.ask("GET / HTTP/1.1\r\nHo");
    EXPECT_EQ(status_of(heard), 408);
    EXPECT_TRUE(is_closed(heard));
}

TEST_F(OverTls, a_large_body_and_a_large_answer_pass_whole) {
    auto settings = quick();
    settings.body_bytes = 3'000'000;
    auto const running = run(settings, [](Request const& request, Answer const& answer) {
        answer({.status = 200, .headers = {}, .body = request.body + request.body + "end"});
    });
    SealedClient client(running->port());
    ASSERT_TRUE(client.shake_hands());
    client.say("POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n");
    client.say(std::string(2'000'000, 'x'));
    auto const heard = client.hear();
    EXPECT_TRUE(heard.ends_with("end[closed]"));
    EXPECT_GT(heard.size(), 4'000'000U);
}

TEST_F(OverTls, an_answer_to_a_body_that_was_not_read_arrives) {
    auto settings = quick();
    settings.body_bytes = 10;
    auto const running = run(settings);
    SealedClient client(running->port());
    ASSERT_TRUE(client.shake_hands());
    auto const head = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n"s;
    auto const heard = client.ask(head + std::string(50'000, 'x'));
    EXPECT_EQ(status_of(heard), 413);
    EXPECT_TRUE(is_closed(heard));
}

TEST_F(OverTls, a_client_that_leaves_in_the_middle_harms_nobody) {
    std::vector<std::jthread> threads;
    auto const running = run(quick(), on_another_thread(20ms, threads));
    for (int time = 0; time < 20; ++time) {
        SealedClient client(running->port());
        ASSERT_TRUE(client.shake_hands());
        client.say(hello);
    }
    SealedClient next(running->port());
    ASSERT_TRUE(next.shake_hands());
    EXPECT_EQ(status_of(next.ask(last_hello)), 200);
    running->stop();
}

TEST_F(OverTls, a_renewed_certificate_is_shown_to_those_who_come_and_nobody_is_cut_off) {
    auto const running = run();
    SealedClient before(running->port());
    ASSERT_TRUE(before.shake_hands());
    auto const old_number = before.number_of_certificate();

    EXPECT_FALSE(certificate->renew_where_due(some_time + 1 * minutes)) << "nothing changed";
    made.renew(60);
    EXPECT_TRUE(certificate->renew_where_due(some_time + 2 * minutes));

    SealedClient after(running->port());
    ASSERT_TRUE(after.shake_hands());
    EXPECT_NE(after.number_of_certificate(), old_number);
    EXPECT_EQ(status_of(before.ask(hello, "GET /hello .")), 200);
}

TEST_F(OverTls, a_renewal_that_fails_leaves_what_stood) {
    auto const running = run();
    std::ofstream(made.key()) << "half a ke";
    EXPECT_THROW(certificate->renew_where_due(some_time + 1 * minutes), std::runtime_error);
    SealedClient client(running->port());
    EXPECT_TRUE(client.shake_hands());
}

// Whether a session that began before is gone on with.
bool goes_on(std::uint16_t port, SSL_SESSION* session) {
    SealedClient again(port);
    again.go_on_from(session);
    EXPECT_TRUE(again.shake_hands());
    return SSL_session_reused(again.tls()) == 1;
}

TEST_F(OverTls, the_keys_of_session_tickets_change_each_day) {
    auto const running = run();
    SealedClient client(running->port());
    ASSERT_TRUE(client.shake_hands());
    client.ask(hello, "GET /hello .");
    std::unique_ptr<SSL_SESSION, decltype(&SSL_SESSION_free)> const session(
        SSL_get1_session(client.tls()), &SSL_SESSION_free
    );
    ASSERT_TRUE(SSL_SESSION_is_resumable(session.get()));
    EXPECT_TRUE(goes_on(running->port(), session.get()));
    EXPECT_FALSE(certificate->renew_where_due(some_time + a_day - 1));
    EXPECT_TRUE(certificate->renew_where_due(some_time + a_day));
    EXPECT_FALSE(goes_on(running->port(), session.get()));
}

// Why these files do not serve.
std::string refusal_of(std::string const& chain, std::string const& key) {
    try {
        Certificate const refused({chain, key}, some_time);
    } catch (std::runtime_error const& fault) {
        return fault.what();
    }
    return {};
}

TEST_F(OverTls, files_that_do_not_serve_are_refused_in_words) {
    support::MadeCertificate const other;
    support::MadeCertificate const of_another_sort(30, support::KeyKind::rsa);
    EXPECT_EQ(refusal_of(of_another_sort.chain(), of_another_sort.key()), "");
    EXPECT_EQ(
        refusal_of("/nowhere/chain.pem", made.key()),
        "/nowhere/chain.pem can't be read. Name a file that Withy's user may read in "
        "WITHY_TLS_CERTIFICATE_FILE, or mend its owner"
    );
    EXPECT_NE(refusal_of(made.chain(), "/nowhere/key.pem").find("WITHY_TLS_KEY_FILE"), std::string::npos);
    for (auto const* const key : {&other, &of_another_sort})
        EXPECT_EQ(
            refusal_of(made.chain(), key->key()),
            key->key() + " is not the key of the certificate in " + made.chain() +
                ". Name the two that were made together"
        );
    EXPECT_NE(refusal_of(made.key(), made.key()).find("holds no certificate in PEM"), std::string::npos);
    EXPECT_NE(refusal_of(made.chain(), made.chain()).find("holds no key in PEM"), std::string::npos);
}

TEST(EndOfACertificate, is_read_from_its_file) {
    support::MadeCertificate const made(10);
    auto const left = end_of_certificate(made.chain()) - clock_reading();
    EXPECT_GT(left, 9 * a_day);
    EXPECT_LE(left, 10 * a_day);
    EXPECT_THROW(end_of_certificate(made.key()), std::runtime_error);
}

}  // namespace
}  // namespace http
