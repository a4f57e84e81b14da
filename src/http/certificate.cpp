#include "http/certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace http {

// A file that was put in another's place is another file, whatever its age.
struct SignOfFile {
    ino_t number = 0;
    off_t size = 0;
    std::int64_t changed_at = 0;
    bool operator==(SignOfFile const&) const = default;
};

namespace {

constexpr std::int64_t tickets_are_sealed_alike_for = 24 * hours;
constexpr long session_seconds = 60L * 60;

using Context = std::shared_ptr<SSL_CTX>;

SignOfFile sign_of(std::string const& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) return {};
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    return {status.st_ino, status.st_size, status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

[[noreturn]] void refuse_file(std::string const& file, std::string const& why) {
    ERR_clear_error();
    throw std::runtime_error(file + " " + why);
}

void expect_readable(std::string const& file, std::string const& setting) {
    std::unique_ptr<BIO, decltype(&BIO_free)> const opened(BIO_new_file(file.c_str(), "r"), &BIO_free);
    if (!opened)
        refuse_file(
            file,
            "can't be read. Name a file that Withy's user may read in " + setting + ", or mend its owner"
        );
}

// An encrypted key would ask at the terminal for its password.
int no_password(char*, int, int, void*) { return -1; }

// Of what a client offers over TLS only HTTP/1.1 is spoken here; another protocol's client is turned away.
int choose_protocol(SSL*, unsigned char const** chosen, unsigned char* chosen_size, unsigned char const* offered, unsigned int offered_size, void*) {
    constexpr std::string_view spoken = "http/1.1";
    std::string_view left(reinterpret_cast<char const*>(offered), offered_size);
    while (!left.empty()) {
        auto const size = static_cast<unsigned char>(left.front());
        auto const name = left.substr(1, size);
        if (name == spoken) {
            *chosen = reinterpret_cast<unsigned char const*>(name.data());
            *chosen_size = size;
            return SSL_TLSEXT_ERR_OK;
        }
        left.remove_prefix(std::min<std::size_t>(left.size(), std::size_t{1} + size));
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

void choose_ciphers(SSL_CTX* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_ciphersuites(
        context, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"
    );
    SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384");
    SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

// Tickets are sealed with keys of the context's own, so that a new context is a new set of them.
void choose_sessions(SSL_CTX* context) {
    constexpr std::string_view name = "withy";
    SSL_CTX_set_session_id_context(
        context, reinterpret_cast<unsigned char const*>(name.data()), static_cast<unsigned int>(name.size())
    );
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_timeout(context, session_seconds);
    SSL_CTX_set_num_tickets(context, 1);
}

// A key of the same sort as the certificate's is compared with it at once, one of another sort when asked.
void take_key(SSL_CTX* context, CertificateFiles const& files) {
    bool const taken = SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) == 1;
    bool const differs = !taken && ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH;
    if (!taken && !differs)
        refuse_file(
            files.key,
            "holds no key in PEM that can be read without a password. Name one in WITHY_TLS_KEY_FILE"
        );
    if (differs || SSL_CTX_check_private_key(context) != 1)
        refuse_file(
            files.key,
            "is not the key of the certificate in " + files.chain + ". Name the two that were made together"
        );
}

Context read_files(CertificateFiles const& files) {
    expect_readable(files.chain, "WITHY_TLS_CERTIFICATE_FILE");
    expect_readable(files.key, "WITHY_TLS_KEY_FILE");
    Context context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (!context) throw std::bad_alloc();
    choose_ciphers(context.get());
    choose_sessions(context.get());
    SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
    SSL_CTX_set_default_passwd_cb(context.get(), no_password);
    if (SSL_CTX_use_certificate_chain_file(context.get(), files.chain.c_str()) != 1)
        refuse_file(files.chain, "holds no certificate in PEM. Name the chain in WITHY_TLS_CERTIFICATE_FILE");
    take_key(context.get(), files);
    return context;
}

}  // namespace

struct Certificate::Read {
    Context context;
    SignOfFile chain;
    SignOfFile key;
    Instant at;
};

Certificate::Certificate(CertificateFiles files, Instant now) : files_(std::move(files)) { renew(now); }

Certificate::~Certificate() = default;

void Certificate::renew(Instant now) {
    auto const chain = sign_of(files_.chain);
    auto const key = sign_of(files_.key);
    auto read = std::make_unique<Read>(Read{read_files(files_), chain, key, now});
    std::lock_guard const lock(mutex_);
    read_ = std::move(read);
}

bool Certificate::renew_where_due(Instant now) {
    {
        std::lock_guard const lock(mutex_);
        bool const same = read_->chain == sign_of(files_.chain) && read_->key == sign_of(files_.key);
        if (same && now - read_->at < tickets_are_sealed_alike_for) return false;
    }
    renew(now);
    return true;
}

std::shared_ptr<ssl_ctx_st> Certificate::current() const {
    std::lock_guard const lock(mutex_);
    return read_->context;
}

ssl_st* Certificate::begin() const {
    auto* const connection = SSL_new(current().get());
    if (connection == nullptr) throw std::bad_alloc();
    return connection;
}

Instant end_of_certificate(std::string const& chain_file) {
    std::unique_ptr<BIO, decltype(&BIO_free)> const opened(BIO_new_file(chain_file.c_str(), "r"), &BIO_free);
    if (!opened) refuse_file(chain_file, "can't be read");
    std::unique_ptr<X509, decltype(&X509_free)> const first(
        PEM_read_bio_X509(opened.get(), nullptr, no_password, nullptr), &X509_free
    );
    std::tm end{};
    if (!first || ASN1_TIME_to_tm(X509_get0_notAfter(first.get()), &end) != 1)
        refuse_file(chain_file, "holds no certificate in PEM");
    return Instant{static_cast<std::int64_t>(timegm(&end)) * seconds};
}

}  // namespace http
