#pragma once

#include <string>
#include <vector>

#include "messages/messages.hpp"
#include "visits/visit.hpp"

namespace messages {

// Puts a message into the outbox, in the change's own transaction.
MessageId send(Visit& visit, Outgoing const& outgoing);

// Tells staff that something waits for them in Withy, with a link and nothing else: no child, no content
// (N6). Addresses that are empty or stand twice are passed over.
void tell_that_something_waits(Visit& visit, std::vector<std::string> addresses);

// The link by which somebody of the staff chooses a password.
void send_invitation(Visit& visit, std::string const& address, std::string const& link);

// Tells the old address that the school has another on record now.
void tell_old_address(Visit& visit, std::string const& address);

// Tells somebody of the staff what was done to their role or account.
void tell_person(Visit& visit, std::string const& address, std::string const& what);

}  // namespace messages
