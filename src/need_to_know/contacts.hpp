#pragma once

#include <optional>
#include <string>

#include "need_to_know/need_to_know.hpp"
#include "visits/reads.hpp"

namespace need_to_know {

// How much of a child's contacts somebody sees.
using Contacts = visits::ReadContacts;

// What this person may see of the contacts of a child, and why. Made by the rule alone.
class ContactAccess {
public:
    bool sees(Contacts contacts) const { return contacts <= most_; }
    Contacts most() const { return most_; }
    // Who sees how to reach them keeps that up to date too.
    bool may_change() const { return sees(Contacts::all); }
    // "You see this because you teach 4B."
    std::string const& reason() const { return reason_; }

private:
    friend std::optional<ContactAccess> contact_access_of(visits::Who const& who, Child const& child);
    ContactAccess(Contacts most, std::string reason) : most_(most), reason_(std::move(reason)) {}

    Contacts most_;
    std::string reason_;
};

// A child whose contacts the visitor sees. Pages of contacts are made from it.
struct SeenContacts {
    pupils::Pupil pupil;
    ContactAccess access;
};

}  // namespace need_to_know
