#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pupils/pupils.hpp"
#include "visits/role.hpp"
#include "visits/who.hpp"

namespace visits {
struct Visit;
}

// Whom a list may name.
namespace need_to_know {

class Access;
struct Child;

// Who a child is, for a page that names them. A decision alone makes one: that the reader sees something of
// the child, or that a duty of theirs gathers the child and it is not their own. So no page names a child
// without.
class Named {
public:
    PupilId const& id() const { return id_; }
    std::string const& forename() const { return forename_; }
    std::string const& in_full() const { return in_full_; }
    // Whether the rule lets the reader see how the child gets on, and so words about them. No duty says so.
    bool is_near() const { return near_; }

private:
    friend class Duty;
    friend std::optional<Access> access_of(visits::Who const& who, Child const& child);
    Named(PupilId const& id, std::string forename, std::string in_full, bool near = false)
        : id_(id), forename_(std::move(forename)), in_full_(std::move(in_full)), near_(near) {}

    PupilId id_;
    std::string forename_;
    std::string in_full_;
    bool near_;
};

// A child who stands in a list, by a decision.
class Listed {
public:
    Listed(Named const& child) : id_(child.id()), near_(child.is_near()) {}
    PupilId const& id() const { return id_; }
    bool is_near() const { return near_; }

private:
    PupilId id_;
    bool near_;
};

// Names in a list the children whom a duty of the visitor's gathers, such as who waits for a decision of
// theirs: all but their own. One statement, for any number of children.
class Duty {
public:
    Duty() = default;  // nobody's, and names nobody
    // The duty is of those whose role gives them this permission: nobody's, where everybody who is signed in
    // has it.
    Duty(visits::Visit const& visit, visits::Permission of);
    // What falls to this person themselves, whatever their roles: for Today alone, whose stores gather
    // nothing else (bin/check-includes).
    static Duty to_own_work(visits::Visit const& visit);

    // Empty for a child of the visitor's own, and for who has no such duty. A list of them opens no words.
    std::optional<Named> names(PupilId const& pupil, std::string const& name) const;
    std::optional<Named> names(pupils::Pupil const& pupil) const;
    // The same, and notes for the log of reads that the visitor read by it how the child gets on: a duty that
    // opens just this, such as "You see this because you sign what is given out."
    std::optional<Named> reads(
        visits::Visit const& visit, PupilId const& pupil, std::string const& name, std::string const& because
    ) const;
    // The same, and decides that the visitor may work with words about the child, for a page that tells none
    // of them: no read is noted.
    std::optional<Named> works_with(visits::Visit const& visit, PupilId const& pupil, std::string const& name)
        const;
    // Decides that the visitor may be told words about these children, whom a list of their own work names.
    void tells_of(visits::Visit const& visit, std::vector<Listed> const& children) const;
    bool is_own(PupilId const& pupil) const { return own_.contains(pupil); }

private:
    Duty(bool is_theirs, std::set<PupilId> own);

    bool is_theirs_ = false;
    std::set<PupilId> own_;
};

}  // namespace need_to_know
