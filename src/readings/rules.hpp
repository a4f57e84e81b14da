#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "need_to_know/need_to_know.hpp"
#include "readings/readings.hpp"

namespace readings {

// Whether this person sees who has looked at a child whose progress they see: the SENCo and the headteacher.
bool sees_who_looked(visits::Who const& who, need_to_know::Access const& access);

// The same person who is refused the same page about the same child again within so long is no new entry.
// Whoever reloads a page, or a program that asks again and again, would bury what a SENCo looks for.
inline constexpr auto one_refusal_for = 10 * minutes;

// How far a person may know of the child for whom they asked.
struct Standing {
    bool is_own_child = false;
    bool sees_headline = false;
    bool sees_progress = false;
    bool sees_contacts = false;  // as much of them as the page shows
    bool has_part = false;       // in that very session, or wrote that concern
};

// What was asked for and not found.
struct Unfound {
    bool by_role = false;      // their role opens no such page
    bool of_contacts = false;  // the page is one of the child's contacts
};

// Why they were refused it. Empty where they know how the child gets on, see the contacts that they asked for
// or have part in what they asked for: then there was nothing to find.
std::optional<Refused> why_refused(Standing const& standing, Unfound const& unfound);

// The id of a list of these children, which stand there in their order, each once: no other list has it.
std::string list_id_of(std::vector<std::string> const& children);

// What an entry's hash must be: BLAKE2b-256 over the hash of the entry before it and everything else in it.
std::string hash_of(SchoolId school, std::string const& previous_hash, Entry const& entry);

// The number of the first of these entries that is changed, missing, added or out of place, where they follow
// this head; empty where all hold.
std::optional<std::int64_t> first_fault(SchoolId school, Head const& before, std::span<Entry const> entries);

// What an entry's hash covers, in its order, each part with its name.
std::vector<std::pair<std::string, std::string>> parts_of(
    SchoolId school, std::string const& previous_hash, Entry const& entry
);

// These reads, of which those are one that follow one another, are of the same person and page in the same
// minute, and could be seen as far for the same reason.
std::vector<Repeated> together(std::vector<Entry> entries);

// The entry that follows this head.
Entry following(Head const& head, OfPage const& page, visits::Read const& read);
Entry following(Head const& head, OfPage const& page, Refusal const& refusal);

}  // namespace readings
