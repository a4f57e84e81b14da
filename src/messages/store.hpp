#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "messages/messages.hpp"

namespace messages::store {

// Every school of the installation, since each school's outbox is its own.
std::vector<SchoolId> schools(db::Connection& db);

// The name that the school's e-mail comes from.
std::string school_name(db::Connection& db, SchoolId school);

void add(db::Connection& db, SchoolId school, MessageId const& id, Outgoing const& outgoing, Instant now);

// Messages whose time has come, those that wait longest first; a handful at a time.
std::vector<Message> due(db::Connection& db, SchoolId school, Instant now);

// The PDF of a letter as it was made.
std::optional<std::string> pdf(db::Connection& db, SchoolId school, LetterId const& letter);

// Takes a message that is due away from every other server until then. False where another has taken it.
bool claim(db::Connection& db, SchoolId school, MessageId const& message, Instant now, Instant until);

// Marks the message as sent. Its words are let go: a letter keeps its own, and a link in them must stand
// nowhere else.
void mark_sent(db::Connection& db, SchoolId school, MessageId const& message, Instant now);

// Notes the fault and when to try again; without a time the message is given up, and its words go: a link in
// them would be kept for nothing.
void mark_failed(
    db::Connection& db,
    SchoolId school,
    MessageId const& message,
    std::string const& fault,
    std::optional<Instant> next_attempt_at
);

// What was given up since, newest first: somebody must find another way.
std::vector<Message> given_up(db::Connection& db, SchoolId school, Instant since);

}  // namespace messages::store
