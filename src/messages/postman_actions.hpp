#pragma once

#include <functional>
#include <memory>

#include "db/walk.hpp"
#include "messages/mail.hpp"
#include "messages/messages.hpp"
#include "visits/visit.hpp"

namespace messages {

// Carries the outbox to the mail server, on a thread and a connection of its own. What was handed over is
// marked after the server has taken it: should the power fail between the two, the message goes twice under
// one id. Postmen of several servers carry no message twice.
class Postman {
public:
    using Connect = std::function<std::unique_ptr<db::Connection>()>;
    using Clock = std::function<Instant()>;

    Postman(Connect connect, MailServer server, Clock clock = clock_reading);

    // One round through all schools; says how many messages were handed over. For tests, and for the thread.
    int round();

    // Rounds every few seconds, and at once when poked, until the postman ends.
    void start();
    void poke() { walk_.poke(); }

private:
    struct Parcel {
        SchoolId school;
        Message message;
        Mail mail;
    };

    std::vector<Parcel> collect(Instant now);
    bool carry(Parcel const& parcel);
    bool claim(Parcel const& parcel);
    void mark(Parcel const& parcel, std::optional<Fault> const& fault);
    bool walk();

    Connect connect_;
    MailServer server_;
    Clock clock_;
    std::unique_ptr<db::Connection> connection_;
    db::Walk walk_;
};

}  // namespace messages
