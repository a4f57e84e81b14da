#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "base/signature.hpp"
#include "heads/store.hpp"

namespace heads {

// Signs where this log stands now, unless that is signed already. Reads what was added since the last head;
// then writes the new one in a transaction of its own. Throws Broken where the last head is no work of this
// key or its tree does not make its root. Gives the head that says where the log stands; none of an empty
// log.
std::optional<Head> sign(
    db::Connection& db, signature::Key const& key, SchoolId school, Log log, Instant now
);

// Signs every log of every school that grew and has no head of today; says how many heads it signed.
int sign_where_due(db::Connection& db, signature::Key const& key, Instant now);

// Signs daily, on a thread of its own: where heads are due a while after it starts, and once an hour after
// that.
class Signer {
public:
    using Clock = std::function<Instant()>;
    // Hears what kept a head from being signed. Logs hold no personal data.
    using Tell = std::function<void(std::string const&)>;

    Signer(
        std::unique_ptr<db::Connection> connection,
        signature::Key key,
        Clock clock,
        Tell tell,
        std::chrono::milliseconds before_the_first = std::chrono::minutes{1}
    );
    ~Signer();
    Signer(Signer const&) = delete;
    Signer& operator=(Signer const&) = delete;

private:
    bool waits(std::chrono::milliseconds how_long);
    void work();

    std::unique_ptr<db::Connection> connection_;
    signature::Key key_;
    Clock clock_;
    Tell tell_;
    std::chrono::milliseconds before_the_first_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace heads
