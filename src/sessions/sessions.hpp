#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "need_to_know/voice.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"

namespace sessions {

using EvaluationId = Id<struct EvaluationTag>;
using programmes::Session;

enum class WhyAbsent { ill, away, chose_not_to, kept_in_class, something_else };
constexpr auto words(WhyAbsent) {
    return std::array{"ill", "away", "chose_not_to", "kept_in_class", "something_else"};
}

// How the child says it was: the words of design's five faces.
enum class Feeling { really_hard, not_so_good, in_between, good, great };
constexpr auto words(Feeling) {
    return std::array{"really_hard", "not_so_good", "in_between", "good", "great"};
}

using need_to_know::VoiceFor;

// What the child says at the end: a face, a sentence in their own words, and for whom they say it (N3).
struct Voice {
    std::optional<Feeling> feeling = {};
    std::string own_words = {};
    std::optional<VoiceFor> said_for = {};  // none: nothing is said, or the child had no choice yet

    bool says_something() const { return feeling || !own_words.empty(); }
    friend bool operator==(Voice const&, Voice const&) = default;
};

// `begun`: the child has said how it was, and the adult's part is still to come.
enum class Writing { begun, written };
constexpr auto words(Writing) { return std::array{"begun", "written"}; }

// None: the session did not work on the target, or nothing of it was to be seen.
struct Rating {
    TargetId target;
    std::optional<int> rating;
    friend bool operator==(Rating const&, Rating const&) = default;
};

// What a session did for one child (G4). `confidence` is for the deliverer alone (N2), and so is the voice
// unless the child says otherwise.
struct Evaluation {
    EvaluationId id;
    SessionId session;
    PlaceId place;
    bool attended = true;
    std::optional<WhyAbsent> why_absent;
    Voice voice;
    std::string noticed;
    std::string next_time;
    std::string confidence;
    Writing writing{};
    StaffId written_by;
    Instant written_at;
    int version = 1;
    std::vector<Rating> ratings;
    auto columns() {
        return std::tie(
            id,
            session,
            place,
            attended,
            why_absent,
            voice.feeling,
            voice.own_words,
            voice.said_for,
            noticed,
            next_time,
            confidence,
            writing,
            written_by,
            written_at,
            version
        );
    }
};

// What a ticked box of the register says.
enum class Attendance { not_here };
constexpr auto words(Attendance) { return std::array{"not_here"}; }

// The register of a session that was held: who was not there, and why; whom it counts as there, or names
// although they have left the register since it was opened; and of whom its page said that nothing can be
// recorded.
struct Register {
    Date held_on;
    std::map<PlaceId, WhyAbsent> absent;
    std::set<PlaceId> named = {};
    std::set<PlaceId> aside = {};
};

// What is held in place of a session that was not.
enum class Instead { nothing, after_the_last, on_a_day };
constexpr auto words(Instead) { return std::array{"nothing", "after_the_last", "on_a_day"}; }
struct NotHeld {
    programmes::WhyNot why{};
    Instead instead{};
    Date on;                                   // of the session held instead
    std::map<PlaceId, WhyAbsent> absent = {};  // where nobody came: why each child did not
};

// True where the child has said how it was by a face alone, and nothing is written to it.
bool is_face_alone(Evaluation const& evaluation);

std::string_view in_words(WhyAbsent why);

// "Tuesday 12 May 2026 at 10:30": from when a session can be recorded.
std::string from_when(Session const& session);

// What the buttons of a register say that asks about these children, by what they are called. Of one child
// there are no others.
struct Buttons {
    std::string everyone_is_here;
    std::string others_are_here;
};
Buttons buttons_of_register(std::vector<std::string> const& asked);

// What forms call a child in the register, and the rating of a target.
std::string register_field(PlaceId const& place);
std::string why_absent_field(PlaceId const& place);
// What tells that the child stood on the register when it was opened.
std::string listed_field(PlaceId const& place);
// The place of whom a field of the register speaks; none where it is another field.
std::optional<PlaceId> place_in_register(std::string_view field);
// The same of a session that was not held, whose form stands on the page of the register.
std::string why_missed_field(PlaceId const& place);
std::string rating_field(TargetId const& target);
// What is sent in place of a number.
inline constexpr std::string_view not_seen = "not_seen";

// "/sessions/…/evaluations/…", "/sessions/…/check-in/…"
std::string evaluation_path(SessionId const& session, PlaceId const& place);
std::string check_in_path(SessionId const& session, PlaceId const& place);

}  // namespace sessions
