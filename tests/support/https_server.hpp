#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace support {

// How the server answers: as it should, or in one of the ways in which servers fail.
enum class Answers {
    taken,                // 201
    already,              // 409
    refused,              // 422
    broken,               // 500
    too_many,             // 429, with Retry-After: 7200
    elsewhere,            // 307 to a place that takes everything
    endless,              // 200 with an answer that goes on
    slow,                 // after a second and a half
    cut,                  // reads the request and closes without a word
    of_another_name,      // with a certificate for another name
    of_another_authority  // with a certificate that no authority of the test has signed
};

// A small HTTPS server on loopback for tests, with an authority and certificates of its own that are made
// when it starts. What it took stands in `requests`, head and body.
class HttpsServer {
public:
    // What a test's own server says to a request, head and body.
    using Say = std::function<std::string(std::string const& request)>;

    HttpsServer();
    explicit HttpsServer(Say say);
    ~HttpsServer();
    HttpsServer(HttpsServer const&) = delete;
    HttpsServer& operator=(HttpsServer const&) = delete;

    std::string origin() const;        // "https://127.0.0.1:40417"
    std::string address() const;       // "https://127.0.0.1:40417/pointers"
    std::string certificates() const;  // the file of its authority
    void answer(Answers answers);
    std::vector<std::string> requests() const;

private:
    struct Certificates;

    void serve();
    void talk(int client, Answers answers);

    Say say_;  // empty: as `answer` was told
    std::unique_ptr<Certificates> certificates_;
    std::string file_;
    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    Answers answers_ = Answers::taken;
    std::vector<std::string> requests_;
    std::thread thread_;
};

}  // namespace support
