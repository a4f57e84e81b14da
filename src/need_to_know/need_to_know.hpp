#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/words.hpp"
#include "need_to_know/named.hpp"
#include "pupils/pupils.hpp"

// Why may this person see this child? Nobody sees a case by rank alone: access comes from a relationship that
// holds today, and every answer carries its reason (N1, N2).
namespace need_to_know {

enum class Relationship {
    class_teacher,
    deliverer,
    stand_in,
    former_deliverer,
    keeps_in_touch,
    senco,
    headteacher,
    safeguarding_lead,
    raised_a_concern,
    agreed,       // by the child
    named_share,  // by the SENCo
    overrides     // for safeguarding
};
constexpr auto words(Relationship) {
    return std::array{
        "class_teacher",
        "deliverer",
        "stand_in",
        "former_deliverer",
        "keeps_in_touch",
        "senco",
        "headteacher",
        "safeguarding_lead",
        "raised_a_concern",
        "agreed",
        "named_share",
        "overrides"};
}

// How near a piece of a case is to the child (N2), the nearest last. The confidence of one session is open to
// who delivers that very session, and Access::sees_confided_to answers for it; the zone as a whole, where the
// child agreed or safeguarding overrides.
enum class Zone { headline, progress, confidence };
constexpr auto words(Zone) { return std::array{"headline", "progress", "confidence"}; }

// Who has part in one session beside who delivers its programme today.
struct OneSession {
    std::optional<StaffId> stand_in;
    std::optional<StaffId> delivered_before;  // where the programme has gone to another since
};

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

// By whose word somebody may know more than their tie opens, or less: the child who was asked (N3), the SENCo
// who shares it by name (N2), the headteacher's own reason (N2), or safeguarding (N4).
enum class By { child, senco, reason, safeguarding };
constexpr auto words(By) { return std::array{"child", "senco", "reason", "safeguarding"}; }

// Adults whom a child can mean together (N3): who holds the sessions of their support, and who raised a
// concern of the open case.
enum class Circle { support, concern };
constexpr auto words(Circle) { return std::array{"support", "concern"}; }

// One such word about a child: for a person, for whoever has the role to the child, or for a circle.
struct Share {
    By by{};
    Zone zone{};
    std::optional<StaffId> staff;
    std::optional<visits::Role> role;
    bool open = true;  // false: the child objected, and the SENCo went along with it
    std::optional<Date> until_on = {};
    std::optional<Instant> until_at = {};
    std::optional<Circle> circle = {};
    auto columns() { return std::tie(by, zone, staff, role, circle, open, until_on, until_at); }
};

// What is known of the child that bears on access today.
struct Child {
    pupils::Pupil pupil;              // with the class of today
    std::vector<StaffId> deliverers;  // of a place that is open, or of the last one
    std::vector<StaffId> stand_ins;   // who holds one session in a deliverer's place
    std::vector<StaffId> former;      // who delivered one session before the programme went to another
    std::vector<StaffId> raised_by;   // who wrote a concern of an open case
    std::optional<CaseId> open_case = {};
    std::vector<TakesOver> successors = {};
    std::vector<KeepsInTouch> in_touch = {};
    std::set<std::string> supporters = {};  // names of who delivers the open places
    Date today = {};                        // matters to successors, shares and who keeps in touch alone
    Instant now = {};                       // matters to what was opened for some hours alone
    std::vector<Share> shares = {};
    std::vector<StaffId> family = {};  // parents and carers of the child who work at the school
};

// What this person may see of this child, and why. Made by the rule alone.
class Access {
public:
    Named const& child() const { return child_; }
    bool sees(Zone zone) const { return zone <= deepest_; }
    // What the child confided in a session that this person delivered.
    bool sees_confided_to(StaffId const& deliverer) const {
        return sees(Zone::confidence) || confidant_ == deliverer;
    }
    // What the child kept behind the closed door at the end of such a session. That is the child's word on
    // the very session: no agreement opens it, whenever it was given, and safeguarding alone does (N3, N4).
    bool sees_kept_with(StaffId const& deliverer) const { return overrides_ || confidant_ == deliverer; }
    // Whether safeguarding has everything of the child open to them.
    bool overrides() const { return overrides_; }
    Relationship relationship() const { return relationship_; }
    // "You see this because you teach 4B."
    std::string const& reason() const { return reason_; }

private:
    friend std::optional<Access> access_of(visits::Who const& who, Child const& child);
    Access(
        Named child,
        Relationship relationship,
        Zone deepest,
        std::optional<StaffId> const& confidant,
        std::string reason,
        bool overrides = false
    )
        : child_(std::move(child)),
          relationship_(relationship),
          deepest_(deepest),
          confidant_(confidant),
          reason_(std::move(reason)),
          overrides_(overrides) {}

    Named child_;
    Relationship relationship_;
    Zone deepest_;
    std::optional<StaffId> confidant_;
    std::string reason_;
    bool overrides_;
};

// A child whom the visitor may see something of. Pages about a child are made from it.
struct Seen {
    pupils::Pupil pupil;
    Access access;
    std::vector<std::string> supporters;  // names of who delivers the child's support
    std::optional<CaseId> open_case;      // where one was asked after, that case
};

}  // namespace need_to_know
