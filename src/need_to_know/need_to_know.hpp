#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "pupils/pupils.hpp"

// Why may this person see this child? Nobody sees a case by rank alone: access comes from a relationship that
// holds today, and every answer carries its reason (N1, N2).
namespace need_to_know {

enum class Relationship {
    class_teacher,
    deliverer,
    stand_in,
    keeps_in_touch,
    senco,
    headteacher,
    safeguarding_lead,
    raised_a_concern
};
constexpr auto words(Relationship) {
    return std::array{
        "class_teacher",
        "deliverer",
        "stand_in",
        "keeps_in_touch",
        "senco",
        "headteacher",
        "safeguarding_lead",
        "raised_a_concern"};
}

// How near a piece of a case is to the child (N2).
enum class Zone { headline, progress, confidence };
constexpr auto words(Zone) { return std::array{"headline", "progress", "confidence"}; }

// Who takes a programme over on a day that is still to come.
struct TakesOver {
    StaffId staff;
    Date from_on;
};

// Who delivered the programme of a case that its next step closed, and may hold check-ins for a while.
struct KeepsInTouch {
    StaffId staff;
    Date closed_on;
    CaseId the_case = {};
};

// What is known of the child that bears on access today.
struct Child {
    pupils::Pupil pupil;              // with the class of today
    std::vector<StaffId> deliverers;  // of a place that is open, or of the last one
    std::vector<StaffId> stand_ins;   // who holds one session in a deliverer's place
    std::vector<StaffId> raised_by;   // who wrote a concern of an open case
    bool supported = false;           // a case is open
    std::vector<TakesOver> successors = {};
    std::vector<KeepsInTouch> in_touch = {};
    Date today = {};  // matters to successors and to who keeps in touch alone
};

// What this person may see of this child, and why. Made by the rule alone.
class Access {
public:
    bool sees(Zone zone) const;
    Relationship relationship() const { return relationship_; }
    // "You see this because you teach 4B."
    std::string const& reason() const { return reason_; }

private:
    friend std::optional<Access> access_of(visits::Who const& who, Child const& child);
    Access(Relationship relationship, Zone deepest, bool confidence, std::string reason)
        : relationship_(relationship),
          deepest_(deepest),
          confidence_(confidence),
          reason_(std::move(reason)) {}

    Relationship relationship_;
    Zone deepest_;
    bool confidence_;
    std::string reason_;
};

// A child whom the visitor may see something of. Pages about a child are made from it.
struct Seen {
    pupils::Pupil pupil;
    Access access;
    std::vector<std::string> supporters;  // names of who delivers the child's support
};

}  // namespace need_to_know
