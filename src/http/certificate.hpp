#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/instant.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace http {

struct CertificateFiles {
    std::string chain;  // PEM: the server's own certificate first, then those that vouch for it
    std::string key;    // PEM, not encrypted
};

// What the server proves itself with on TLS 1.3, the only version it speaks. Any thread may use it.
class Certificate {
public:
    // Throws std::runtime_error, in words for who started the server, where the files do not serve.
    Certificate(CertificateFiles files, Instant now);
    ~Certificate();

    // Takes the files as they are now for the connections to come. Throws as above, and what stood stands on.
    void renew(Instant now);

    // The same where the files are others than before, or where the keys that seal session tickets are a day
    // old. Says whether it did.
    bool renew_where_due(Instant now);

    // The state of one connection to come, which the caller owns.
    ssl_st* begin() const;

private:
    struct Read;
    std::shared_ptr<ssl_ctx_st> current() const;

    CertificateFiles files_;
    mutable std::mutex mutex_;
    std::unique_ptr<Read> read_;
};

// When the first certificate in this file ends. Throws std::runtime_error where there is none.
Instant end_of_certificate(std::string const& chain_file);

}  // namespace http
