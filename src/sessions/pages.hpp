#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "need_to_know/voice.hpp"
#include "session_plans/session_plans.hpp"
#include "sessions/sessions.hpp"
#include "visits/saved.hpp"

namespace sessions::pages {

// A child in this session, as far as the visitor may see them.
struct Child {
    programmes::Place place;
    need_to_know::Named named;
    std::string why_seen = {};
    bool shares_forename = false;      // with another child here
    bool consented = false;            // on the day of the session, to the form of the programme
    bool agreed_to_the_other = false;  // consent is in force, and to the other form alone
    bool may_be_asked = false;         // how it was: consent is in force today
    bool started = true;               // in the programme, so that the register can ask for them
    std::optional<Evaluation> evaluation;
    bool progress_seen = false;        // by this visitor
    std::vector<std::string> targets;  // with the child's words, to plan by
    std::string next_time;             // as it was last written

    // By the forename, or in full where another child here has the same.
    std::string const& called() const { return shares_forename ? named.in_full() : named.forename(); }
};

struct View {
    programmes::Programme programme;
    Session session;
    std::vector<Child> children;  // of the register that was taken; before that, who has a place
    int no_longer_seen = 0;       // more children of that register, whom the visitor no longer supports
    std::string delivered_by;     // names
    std::string stand_in;
    std::vector<std::pair<StaffId, std::string>> colleagues;
    bool holds_it = false;  // the visitor delivers it or stands in
    bool delivers = false;  // the visitor delivers the programme
    bool coordinates = false;
    std::string moved;                // "put off from Tuesday 3 March"; empty: it was not
    bool clashes = false;             // somebody or something is taken, and people may go on all the same
    bool may_undo = false;            // that it was recorded as delivered, or as not held
    std::string why_no_undoing = {};  // where people would look for it
    std::optional<Session> put_off = std::nullopt;  // in place of which this one is held
    std::optional<Session> instead = std::nullopt;  // held in place of this one
    std::optional<Date> after_the_last = {};        // where it would be held, put off; none: terms end before
    std::optional<std::string> plan_of_another;     // saved while this one was written
    std::map<PlaceId, WhyAbsent> absences = {};     // where it was not held because nobody came
    Fields the_register;                            // as it is or was filled in
    Date today;
    bool has_begun = false;                    // so that it can be recorded today
    std::vector<programmes::Area> areas = {};  // that children whose progress is seen work on
    std::vector<session_plans::SessionPlan> plans_to_begin_with = {};  // of the library, for these areas
};
// Plan, register, and where each child's evaluation stands.
design::Page session(design::FormGuard const& guard, View const& view, Answers const& answers);

// The first child who is still to be written up; none where everyone is.
Child const* first_to_write_up(View const& view);

// What was saved, and what comes next for who holds the session.
h::Node saved(Saved what, View const& view, std::optional<Session> const& next_session);
// The same on the card of the child who is next.
h::Node saved(Saved what, need_to_know::Seen const& next_child);

struct Card {
    programmes::Programme programme;
    Session session;
    need_to_know::Seen child;
    PlaceId place;
    std::vector<programmes::Target> targets;
    std::vector<Rating> last_time;
    std::optional<Evaluation> now;  // what stands; what someone else saved meanwhile
    bool changed_meanwhile = false;
    bool may_write = false;
    bool sees_confidence = false;
    bool confidence_waits = false;  // until who sees it has shown who they are; `now` is without it
    need_to_know::Confided voice = need_to_know::Confided::shown;  // of the child; else `now` is without it
    std::string why_settled;                                       // what is written stays as it is
    std::optional<need_to_know::Named> next_child;                 // who is written up after this one
};
// What the session did for one child.
design::Page evaluation(design::FormGuard const& guard, Card const& card, Answers const& answers);

// Nothing can be recorded for this child on that day.
// `other_than`: the form of the programme, where consent is in force and to the other.
design::Page no_consent(
    need_to_know::Seen const& child, Session const& session, std::optional<programmes::Form> other_than
);

// The child is not asked any more, since consent ended after the session.
design::Page not_asked_any_more(need_to_know::Seen const& child, Session const& session);

// The child's own page: no name, five faces, a sentence, and a door.
struct CheckIn {
    SessionId session;
    PlaceId place;
    bool by_stand_in = false;  // who holds it delivers the programme in no other week
};
design::Page check_in(design::FormGuard const& guard, CheckIn const& asked, Answers const& answers);
design::Page check_in_done(SessionId const& session, PlaceId const& place, bool said);

}  // namespace sessions::pages
