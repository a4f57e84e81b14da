#include "support/https_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace support {
namespace {

struct End {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* connection) const { SSL_free(connection); }
};
using Key = std::unique_ptr<EVP_PKEY, End>;
using Certificate = std::unique_ptr<X509, End>;
using Context = std::unique_ptr<SSL_CTX, End>;

constexpr long a_day = 24L * 60 * 60;

void extend(X509* certificate, X509* issuer, int kind, std::string const& value) {
    X509V3_CTX about;
    X509V3_set_ctx_nodb(&about);
    X509V3_set_ctx(&about, issuer, certificate, nullptr, nullptr, 0);
    auto* const extension = X509V3_EXT_conf_nid(nullptr, &about, kind, value.c_str());
    if (extension == nullptr) throw std::runtime_error("OpenSSL made no extension of a test's certificate");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

// A certificate for the key, signed by the issuer; by itself where there is none.
Certificate certificate_of(EVP_PKEY* key, std::string const& name, X509* issuer, EVP_PKEY* signer) {
    Certificate made(X509_new());
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), issuer == nullptr ? 1 : 2);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -a_day);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), a_day);
    X509_set_pubkey(made.get(), key);
    auto const* const bytes = reinterpret_cast<unsigned char const*>(name.c_str());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8, bytes, -1, -1, 0);
    auto* const by = issuer == nullptr ? made.get() : issuer;
    X509_set_issuer_name(made.get(), X509_get_subject_name(by));
    if (issuer == nullptr)
        extend(made.get(), by, NID_basic_constraints, "critical,CA:TRUE");
    else
        extend(made.get(), by, NID_subject_alt_name, name);
    X509_sign(made.get(), signer, EVP_sha256());
    return made;
}

Context context_of(X509* certificate, EVP_PKEY* key) {
    Context context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), certificate);
    SSL_CTX_use_PrivateKey(context.get(), key);
    return context;
}

std::size_t length_in(std::string const& head) {
    auto const found = head.find("Content-Length: ");
    return found == head.npos ? 0 : std::stoul(head.substr(found + 16));
}

std::string request_of(SSL* connection) {
    std::string request;
    char bytes[4096];
    for (;;) {
        auto const end = request.find("\r\n\r\n");
        if (end != request.npos && request.size() >= end + 4 + length_in(request)) return request;
        auto const count = SSL_read(connection, bytes, sizeof bytes);
        if (count <= 0) return request;
        request.append(bytes, static_cast<std::size_t>(count));
    }
}

std::string words_of(Answers answers) {
    switch (answers) {
        case Answers::taken:
        case Answers::slow:
        case Answers::of_another_name:
        case Answers::of_another_authority: return "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
        case Answers::already: return "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n";
        case Answers::refused: return "HTTP/1.1 422 Unprocessable\r\nContent-Length: 0\r\n\r\n";
        case Answers::broken: return "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n";
        case Answers::too_many:
            return "HTTP/1.1 429 Too many\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n";
        case Answers::elsewhere:
            return "HTTP/1.1 307 Elsewhere\r\nLocation: /taken\r\nContent-Length: 0\r\n\r\n";
        case Answers::endless:
            return "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + std::string(1'000'000, 'x');
        case Answers::cut: return {};
    }
    return {};
}

}  // namespace

struct HttpsServer::Certificates {
    Key authority_key{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    Key key{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    Certificate authority =
        certificate_of(authority_key.get(), "A test's authority", nullptr, authority_key.get());
    Certificate good = certificate_of(key.get(), "IP:127.0.0.1", authority.get(), authority_key.get());
    Certificate named =
        certificate_of(key.get(), "DNS:elsewhere.example", authority.get(), authority_key.get());
    Key strange_key{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    Certificate strange_authority =
        certificate_of(strange_key.get(), "A stranger", nullptr, strange_key.get());
    Certificate strange =
        certificate_of(key.get(), "IP:127.0.0.1", strange_authority.get(), strange_key.get());

    X509* shown(Answers answers) const {
        if (answers == Answers::of_another_name) return named.get();
        return answers == Answers::of_another_authority ? strange.get() : good.get();
    }
};

HttpsServer::HttpsServer() : HttpsServer(Say{}) {}

HttpsServer::HttpsServer(Say say) : say_(std::move(say)), certificates_(std::make_unique<Certificates>()) {
    std::signal(SIGPIPE, SIG_IGN);
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto size = static_cast<socklen_t>(sizeof address);
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0)
        throw std::runtime_error("no port is free for the HTTPS server of the test");
    listen(listener_, 8);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);

    file_ = (std::filesystem::temp_directory_path() /
             ("withy-test-authority-" + std::to_string(getpid()) + "-" + std::to_string(port_) + ".pem"))
                .string();
    auto* const file = std::fopen(file_.c_str(), "w");
    if (file == nullptr) throw std::runtime_error("the test's authority can't be written to " + file_);
    PEM_write_X509(file, certificates_->authority.get());
    std::fclose(file);
    thread_ = std::thread([this] { serve(); });
}

HttpsServer::~HttpsServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
    std::filesystem::remove(file_);
}

std::string HttpsServer::origin() const { return "https://127.0.0.1:" + std::to_string(port_); }

std::string HttpsServer::address() const { return origin() + "/pointers"; }

std::string HttpsServer::certificates() const { return file_; }

void HttpsServer::answer(Answers answers) {
    std::lock_guard const lock(mutex_);
    answers_ = answers;
}

std::vector<std::string> HttpsServer::requests() const {
    std::lock_guard const lock(mutex_);
    return requests_;
}

void HttpsServer::serve() {
    for (;;) {
        auto const client = accept(listener_, nullptr, nullptr);
        if (client < 0) return;
        auto const answers = [&] {
            std::lock_guard const lock(mutex_);
            return answers_;
        }();
        talk(client, answers);
        close(client);
    }
}

void HttpsServer::talk(int client, Answers answers) {
    auto const context = context_of(certificates_->shown(answers), certificates_->key.get());
    std::unique_ptr<SSL, End> const connection(SSL_new(context.get()));
    SSL_set_fd(connection.get(), client);
    if (SSL_accept(connection.get()) <= 0) return;
    auto request = request_of(connection.get());
    if (request.empty()) return;
    auto const own = say_ ? say_(request) : std::string();
    {
        std::lock_guard const lock(mutex_);
        requests_.push_back(std::move(request));
    }
    if (answers == Answers::slow) std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    auto const words = say_ ? own : words_of(answers);
    if (!words.empty()) SSL_write(connection.get(), words.data(), static_cast<int>(words.size()));
    if (answers != Answers::cut) SSL_shutdown(connection.get());
}

}  // namespace support
