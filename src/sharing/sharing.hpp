#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "need_to_know/need_to_know.hpp"

// What a child agrees may be told, and to whom (N3); how a child's objection is answered, and with whom the
// SENCo shares by name (N2).
namespace sharing {

using need_to_know::Circle;
using need_to_know::Zone;
using visits::Role;
using visits::StaffId;
using AgreementId = Id<struct AgreementTag>;
using AnswerId = Id<struct AgreedShareTag>;
using NamedShareId = Id<struct NamedShareTag>;

// One whom the child is asked about: by their role to the child, by name, or several as a circle.
struct AskedAbout {
    std::optional<Role> role;
    std::optional<StaffId> staff;
    std::string name;  // "Mr Lewis"; of a role that several hold, all of them
    std::optional<Circle> circle = {};
    bool opens_to_asker = false;  // a yes to what was said would open it to who asks, who may not ask for it

    // How a form's fields name them: the word of the role or the circle, or the id.
    std::string key() const {
        if (role) return std::string(word(*role));
        return circle ? std::string(word(*circle)) : std::string(staff->text());
    }
};

// How many further adults a child may name at once; each stands among those who are asked about from then on.
inline constexpr int most_at_once = 4;

// The form's fields for one of those: "another", "another_all", "another_until"; "another2" and so on.
struct AnotherFields {
    std::string who;
    std::string all;        // what was said too
    std::string until;      // of how it goes
    std::string all_until;  // of what was said
};
AnotherFields another_fields(int number);

// The field for one door of somebody, and for that door's own day.
std::string door_field(Zone zone, AskedAbout const& about);
std::string until_field(Zone zone, AskedAbout const& about);

// What the child answers about one of them, of one zone.
struct Answer {
    AnswerId id;
    Zone zone{};
    std::optional<StaffId> staff;
    std::optional<Role> role;
    bool yes = false;
    std::optional<Date> until_on;  // the last day of this very door
    std::optional<Circle> circle = {};
    // A no to somebody whom the policy gives a duty to the child, of how it goes (N2).
    bool is_objection() const { return role && zone == Zone::progress && !yes; }
};

// An adult has judged whether the child understands what they are asked.
struct AgreementInput {
    bool understands = false;
    std::string why_judged;
    std::optional<Date> until_on;  // of every open door without a day of its own
    std::vector<Answer> answers;
};

// How a child's objection was answered (N2).
enum class Outcome { closes, changes, stays };
constexpr auto words(Outcome) { return std::array{"closes", "changes", "stays"}; }
// "It closes to them", as the SENCo chooses it and whoever sees the agreement reads it.
std::string_view in_words(Outcome outcome);

// An answer as it stands on record, with what became of an objection.
struct AnswerTold {
    AgreementId agreement;
    AnswerId id;
    Zone zone{};
    std::optional<Role> role;
    std::optional<Circle> circle;
    std::string name;  // of the person, where one was asked about by name
    bool yes = false;
    std::optional<Date> until_on;
    std::optional<Outcome> outcome;
    std::string reason;
    bool is_objection() const { return role && zone == Zone::progress && !yes; }  // as an Answer is
    auto columns() {
        return std::tie(agreement, id, zone, role, circle, name, yes, until_on, outcome, reason);
    }
};

// What a child said last about one door, as they are shown it when they are asked again.
struct LastWord {
    Zone zone{};
    std::optional<Role> role;
    std::optional<StaffId> staff;
    std::optional<Circle> circle;
    bool yes = false;
    std::optional<Date> until_on;
    auto columns() { return std::tie(zone, role, staff, circle, yes, until_on); }
};

// An asking, with its answers. The one that nothing has replaced stands.
struct Agreement {
    AgreementId id;
    Date asked_on;
    std::string asked_by;
    bool understands = false;
    std::string why_judged;
    bool stands = false;
    std::vector<AnswerTold> answers = {};
    auto columns() { return std::tie(id, asked_on, asked_by, understands, why_judged, stands); }
};

// With whom the SENCo shares by name.
struct NamedShare {
    NamedShareId id;
    std::string name;
    std::string reason;
    std::string shared_by;
    Date until_on;
    bool ended = false;
    auto columns() { return std::tie(id, name, reason, shared_by, until_on, ended); }
};
struct ShareInput {
    StaffId staff;
    std::string reason;
    Date until_on;
};

struct ObjectionInput {
    AnswerId answer;
    Outcome outcome{};
    std::string reason;
};

// The moments at which a child is asked, or asked again (N3).
enum class Moment { start, fourth_session, class_, deliverer, day_over };
constexpr auto words(Moment) {
    return std::array{"start", "fourth_session", "class", "deliverer", "day_over"};
}
// "Support has started, and nobody has asked yet."
std::string_view in_words(Moment moment);

enum class Refusal {
    case_closed,
    no_such_objection,
    cannot_close,
    already_shared,
    not_of_this_school,
    opens_to_themselves
};
// What stands in the way and what to do about it: "It is shared with them already. End that first".
std::string in_words(Refusal refusal);

// "your class teacher now, and whoever is your class teacher after them", as the child is asked: what they
// answer is for whoever has the role.
std::string_view to_the_child(Role role);
// "Everybody who asked for help for you", likewise.
std::string_view to_the_child(Circle circle);
// "class teacher", as adults read amid a sentence of whom the child was asked about by role.
std::string_view in_a_sentence(Role role);
// "Everybody who raised a concern"
std::string_view in_words(Circle circle);

// What the child is asked about them. Who holds the sessions sees how it goes by that, so of their circle the
// child is asked about what was said alone; and of who asks and may not open it to themselves, about how it
// goes alone.
std::vector<Zone> zones_asked(AskedAbout const& about);

// The circles that a child who is asked about these may add.
std::vector<AskedAbout> circles_beside(std::vector<AskedAbout> const& about);

// What the child said last about this door; empty where nobody has asked about it yet. Of an adult by name
// and of a circle a yes alone is kept: where one of theirs is, their other door was closed.
std::optional<LastWord> last_word_on(
    AskedAbout const& about, Zone zone, std::vector<LastWord> const& last_words
);

// Until when a door is open: to its own day, or else to the asking's. A closed one has no day: it stays
// closed until the child opens it.
std::optional<Date> until_of(
    bool yes, std::optional<Date> const& own, std::optional<Date> const& of_the_asking
);

// The page of who may know, with what the child said so far.
std::string sharing_path(CaseId const& the_case);
// The page on which the child is asked; its form leads there too.
std::string asking_path(CaseId const& the_case);

}  // namespace sharing
