#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "db/walk.hpp"
#include "safeguarding/handover.hpp"
#include "safeguarding/receiver.hpp"
#include "visits/visit.hpp"

namespace safeguarding {

// Carries the queue of pointers to each school's receiver, on a thread and a connection of its own, as the
// postman does with e-mail. A pointer is marked after the receiver has taken it: should the power fail
// between the two, it goes twice under one id. Couriers of several servers carry no pointer twice. Schools
// take turns, and one whose receiver kept the courier waiting comes last, so that it holds up no other.
class Courier {
public:
    using Connect = std::function<std::unique_ptr<db::Connection>()>;
    using Clock = std::function<Instant()>;
    // The school's receiver; or why there is none, in words for its administrator.
    using Receivers = std::function<Expected<Receiver, std::string>(SchoolId)>;

    Courier(Connect connect, Receivers receivers, Clock clock = clock_reading);

    // One round through all schools, with one pointer of each; says how many were handed over. For tests, and
    // for the thread.
    int round();

    // Rounds every few seconds, and at once while pointers are taken, until the courier ends.
    void start();

private:
    struct Parcel {
        SchoolId school;
        Due due;
    };

    std::vector<Parcel> collect(Instant now);
    bool carry(Parcel const& parcel);
    Delivery hand_over(Parcel const& parcel) const;
    bool claim(Parcel const& parcel);
    void mark(Parcel const& parcel, Delivery const& delivery);
    bool walk();

    Connect connect_;
    Receivers receivers_;
    Clock clock_;
    std::unique_ptr<db::Connection> connection_;
    std::set<SchoolId> kept_waiting_by_;
    db::Walk walk_;
};

}  // namespace safeguarding
