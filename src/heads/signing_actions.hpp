#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "base/signature.hpp"
#include "db/rounds.hpp"
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

// Signs daily, on a thread of its own: where heads are due a while after it starts, so that who has just
// started the server gets its pages first, and once an hour after that.
class Signer {
public:
    using Clock = std::function<Instant()>;

    // Tells what kept a head from being signed.
    Signer(
        std::unique_ptr<db::Connection> connection,
        signature::Key key,
        Clock clock,
        db::Rounds::Tell tell,
        std::chrono::milliseconds before_the_first = std::chrono::minutes{1}
    );

private:
    db::Rounds rounds_;
};

}  // namespace heads
