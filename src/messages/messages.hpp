#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "consent/consent.hpp"

// What goes out of the house: e-mail through a durable outbox, and letters as PDF.
namespace messages {

using MessageId = Id<struct MessageTag>;
using consent::LetterId;

// What an action asks to be sent. It leaves only after the change that caused it was committed.
struct Outgoing {
    std::string address;
    std::string subject;
    std::string words;
    std::optional<LetterId> letter = {};  // its PDF travels along
    std::optional<pupils::PupilId> about =
        {};  // whom the words tell of: with that child's key they wait sealed
};

enum class State { waiting, sent, given_up };
constexpr auto words(State) { return std::array{"waiting", "sent", "given_up"}; }

// A message of the outbox.
struct Message {
    MessageId id;
    std::string address;
    std::string subject;
    std::string words;
    std::optional<LetterId> letter;
    State state{};
    int attempts = 0;
    Instant made_at;
    std::optional<Instant> sent_at;
    std::string last_fault;
    auto columns() {
        return std::tie(id, address, subject, words, letter, state, attempts, made_at, sent_at, last_fault);
    }
};

}  // namespace messages
