#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/words.hpp"
#include "cases/cases.hpp"
#include "need_to_know/need_to_know.hpp"
#include "openings/openings.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"
#include "sessions/sessions.hpp"
#include "story/move.hpp"
#include "strategies/strategies.hpp"

// A pupil's whole story at a glance, as far as need to know lets this visitor.
namespace story {

// What a session was for one of the child's targets.
struct RatingTold {
    TargetId target;
    std::optional<int> rating;  // none: it was not seen
};

// A session as it bears on this child: nothing of what was confided.
struct SessionTold {
    PlaceId place;  // the child's, in whose programme it is
    SessionId id;
    int number = 0;
    Date planned_on;
    std::string starts_at_time;
    std::string room_name;  // of a planned session, else empty
    programmes::Outcome outcome{};
    std::optional<Date> held_on;
    std::optional<programmes::WhyNot> why_not;
    bool has_plan = false;
    bool not_on_register = false;  // held, without this child
    std::optional<bool> attended;  // none: not evaluated yet
    std::optional<sessions::WhyAbsent> why_absent;
    std::optional<sessions::Feeling> feeling;  // as the child said it was, and lets those who help see
    std::string own_words;                     // likewise
    std::string noticed;
    std::string next_time;
    std::vector<RatingTold> ratings = {};
    std::optional<Date> moved_from = {};  // the day for which it was planned before
    std::optional<Date> moved_to = {};    // the day of the session in its place, also after the child left
    auto columns() {
        return std::tie(
            place,
            id,
            number,
            planned_on,
            starts_at_time,
            room_name,
            outcome,
            held_on,
            why_not,
            has_plan,
            not_on_register
        );
    }
    Date day() const { return held_on.value_or(planned_on); }
};

// What the child said in a session: for the deliverer alone, unless the child agreed or safeguarding
// overrides. With it how it was, where the child keeps that between them.
struct Confided {
    std::string words;
    std::optional<sessions::Feeling> feeling = {};
    std::string own_words = {};

    bool says_something() const { return !words.empty() || feeling || !own_words.empty(); }
};

struct Rated {
    Date on;
    std::optional<int> rating;  // none: it was not seen that week
};
struct TargetTold {
    programmes::Target target;
    std::vector<Rated> ratings;  // oldest first
    std::string caption;         // what a reader may and may not conclude from them
};

// A place that the child has or had, the programme it is in, and what came of it.
struct PlaceTold {
    PlaceId id;
    ProgrammeId programme;
    std::string programme_name;
    programmes::Form form{};
    std::string deliverer_name;
    Date allocated_on;
    std::optional<Date> ended_on;
    std::optional<cases::EndReason> end_reason;
    std::vector<SessionTold> sessions = {};
    std::vector<TargetTold> targets = {};
    auto columns() {
        return std::tie(
            id, programme, programme_name, form, deliverer_name, allocated_on, ended_on, end_reason
        );
    }
};

enum class Kind {
    concern,
    answer_to_parent,
    discussion,
    decision,
    question,
    parent_message,
    liaison,
    impact_review,
    next_step,
    closing,
    reopening,
    check_in,
    assessment,
    cpoms,
    opening,
    override_
};
constexpr auto words(Kind) {
    return std::array{
        "concern",
        "answer_to_parent",
        "discussion",
        "decision",
        "question",
        "parent_message",
        "liaison",
        "impact_review",
        "next_step",
        "closing",
        "reopening",
        "check_in",
        "assessment",
        "cpoms",
        "opening",
        "override"};
}

// Something that somebody wrote down about the child. What `said`, `more` and `answer` are depends on the
// kind; the answer of an impact review, a next step, an assessment or a closing that was undone is "undone".
struct Happening {
    Kind kind{};
    std::string id;
    Instant at;
    std::string who;
    std::string said;
    std::string more;
    std::string answer;
    std::optional<Date> held_on = {};  // of what may be written down later: a discussion, an assessment

    bool stands() const { return answer != "undone"; }
    auto columns() { return std::tie(kind, id, at, who, said, more, answer, held_on); }
};

// What is known of a child's needs.
struct Needs {
    std::vector<strategies::TargetArea> areas;  // agreed; before that, those that concerns name
    bool agreed = false;
    bool attachment_figure = false;
};

struct EarlierCase {
    CaseId id;
    Instant opened_at;
    Instant closed_at;
    std::string why;
    auto columns() { return std::tie(id, opened_at, closed_at, why); }
};

// When and where a child has support: all that the headline says.
struct Headline {
    std::optional<Date> next_on;
    std::string starts_at_time;
    std::string room_name;
    std::string deliverer_name;
    auto columns() { return std::tie(next_on, starts_at_time, room_name, deliverer_name); }
};

// A leaf of the step line: a step of the case, as far as the start (R1).
enum class LeafState { done, current, to_come, not_needed, refused, expired, stopped };
constexpr auto words(LeafState) {
    return std::array{"done", "current", "to_come", "not_needed", "refused", "expired", "stopped"};
}
struct Leaf {
    cases::Step step{};
    LeafState state{};
    std::optional<Date> on;
};

// The latest case of the child, told to somebody who may see progress.
struct CaseTold {
    CaseId id;
    cases::Facts facts;
    cases::Status status;
    std::string sentence;      // of the status, as this visitor is told it
    std::string whose_move;    // "It is for the SENCo, by Friday 15 May."
    std::string unwritten;     // which evaluation of a session that was held is late
    std::optional<Move> move;  // that this visitor can make
    bool begun = false;        // in the latest place
    std::vector<Leaf> way;
    consent::Standing consent{};
    std::optional<consent::Received> withdrawal;  // the last, where consent stands as withdrawn
    std::vector<ContactId> still_agree;           // whose yes stands all the same
    std::optional<Date> first_withdrawn_on;       // of those withdrawals that stand
    int held_after_withdrawal = 0;                // sessions after that day, as it turned out later
    std::optional<int> days_to_decision;
    std::vector<PlaceTold> places;           // the latest first
    std::optional<SessionTold> next;         // the session to come
    std::map<SessionId, Confided> confided;  // empty but for the deliverer, and to whom all of it is open
    bool confided_waits = false;  // there is some, which the visitor sees once they showed who they are
    std::vector<Happening> happenings;
    bool opens_ratings = false;  // the visitor may read what was rated by an instrument
    Needs needs;
    std::vector<strategies::Shelf> shelves;        // for the class teacher
    std::map<ContactId, std::string> respondents;  // for SENCo and headteacher
    std::vector<ContactId> to_be_asked;  // of these, whom a letter goes to unless the SENCo says otherwise
    std::vector<EarlierCase> earlier;
    std::set<std::string> overrides_to_read;  // ids of those that this visitor may read

    PlaceTold const* latest_place() const { return places.empty() ? nullptr : &places.front(); }
};

// What else this visitor may do for the child, by what it has to do with.
enum class Matter { support, parents, staff, child, undoing };
struct Link {
    Matter matter{};
    std::string words;
    std::string path;
};

struct Story {
    need_to_know::Seen seen;
    std::optional<CaseTold> told;      // who may see progress
    std::optional<Headline> headline;  // who may see no more
    std::vector<Link> links;
    Date today;
    bool may_open = false;      // as the headteacher, with a reason
    bool stays_closed = false;  // to a headteacher, whatever reason they give
    bool may_override = false;  // for safeguarding
    std::vector<openings::OverrideNoted> overrides = {};
};

// How far an open case has come, in a word for lists.
enum class Support { concern, open, waiting, programme, after, stopped };
constexpr auto words(Support) {
    return std::array{"concern", "open", "waiting", "programme", "after", "stopped"};
}
std::string_view in_words(Support support);

}  // namespace story
