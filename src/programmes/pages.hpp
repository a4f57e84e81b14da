#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"
#include "design/way.hpp"
#include "need_to_know/need_to_know.hpp"
#include "programmes/few_children.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"
#include "schools/schools.hpp"

namespace programmes::pages {

struct Line {
    Programme programme;
    int taken = 0;
    std::optional<Date> next_on;
    bool mine = false;
    int missed_in_a_row = 0;
    bool to_record = false;  // the day of the next is past
    bool missed_start = false;
};
// Every programme that this person has a part in: their own first, then those that run, are to start, are
// done.
struct ReaderOfAll {
    bool makes = false;     // a programme, for children who wait
    bool delivers = false;  // and holds check-ins with children afterwards
};
design::Page programmes(std::vector<Line> const& lines, ReaderOfAll reader);

// "5 May", "22 Sep": as short as days under a leaf, in a week or under a chart must be.
std::string short_day(Date day);

// A session as a strip of weeks shows it, wherever one is drawn.
struct InAStrip {
    int number = 0;
    Outcome outcome{};
    bool has_plan = false;
    Date planned_on;
    std::optional<WhyNot> why_not;
    std::optional<Date> moved_from;  // the day for which it was planned before
    std::optional<Date> moved_to;    // the day it was put off to
    bool begun = true;               // the programme has started
};
// Its name, how it stands, and why; the number goes with the session to the day it was put off to.
design::Week week_of(InAStrip const& session, Date today);

struct Choices {
    std::vector<std::pair<StaffId, std::string>> deliverers;
    std::vector<schools::Room> rooms;
    std::optional<schools::PolicyVersion> policy;
    std::vector<std::string> untrained = {};  // who is not offered, and why
    std::vector<std::string> clashes = {};    // what the programme as typed would meet
    std::string untrained_then = {};          // who delivers it is not, on the day of its last session
};
// "Nurture Assistants whose training is in force today. Not offered: Rob Ellis, whose …"
std::string who_is_offered(Choices const& choices);
// The child who is to be allocated once the programme is made.
struct MadeFor {
    CaseId the_case;
    need_to_know::Named named;
    std::optional<Form> form;
};
design::Page new_programme(
    design::FormGuard const& guard,
    Choices const& choices,
    std::optional<MadeFor> const& child,
    Answers const& answers
);

// Another deliverer, room, weekday or time from a day on.
design::Page change_delivery(
    design::FormGuard const& guard,
    Programme const& programme,
    bool somebody_needed,
    Choices const& choices,
    Answers const& answers
);
// Two had the form open: how the programme stands since the other one saved, before the form that comes back.
h::Node changed_while_you_wrote(h::Node const& how_it_stands);
// What was changed so, oldest first.
h::Node changes(std::vector<DeliveryChange> const& changes);

// A child of the programme as this visitor may see them.
struct Child {
    Place place;
    need_to_know::Named named;
    bool progress = false;  // targets and fidelity are open to the visitor
    bool started = false;
    bool consented = false;
    bool agreed_to_the_other = false;
    bool consent_runs_out = false;  // before the programme starts
    std::vector<Target> targets;
    Fidelity fidelity;
    std::string told_apart = {};  // "Sam O.", among all whom the page names; empty: by the forename

    std::string const& called() const { return told_apart.empty() ? named.forename() : told_apart; }
};
// A child who can be given a place, as this visitor may see them.
struct ReadyForAPlace {
    Suggestion suggestion;
    need_to_know::Named named;
    std::string told_apart = {};  // as of a child of the programme

    std::string const& called() const { return told_apart.empty() ? named.forename() : told_apart; }
};
// The one thing to do now, with where it is done.
struct ThingToDo {
    std::string words;
    std::string button;  // empty: words alone
    std::string path;
    bool posts = false;
    std::string also = {};  // another way, beside the button
    std::string also_path = {};
};
struct View {
    Programme programme;
    std::vector<Session> sessions;
    std::vector<Child> children;
    std::string why_seen;               // once for all of them
    std::vector<ReadyForAPlace> ready;  // for the SENCo, where a place is free
    ThingToDo now;
    std::optional<Session> next;
    std::string sessions_missed;  // in a row, where the SENCo is to see to it
    bool coordinates = false;
    bool delivers = false;
    int weeks_most = schools::PolicyVersion{}.weeks_most;
    std::vector<DeliveryChange> changes;
    bool somebody_needed = false;     // who delivered it has left
    std::string closed_because;       // why no child can be given a place today
    bool may_remove = false;          // nobody ever had a place, and no session was held
    bool somebody_completed = false;  // of all its children, seen here or not
    std::optional<Removal> removed;
    std::optional<need_to_know::Named> name_tells_of = {};  // of a child in it
    int group_least = schools::PolicyVersion{}.group_least;
    FewChildren few;
    bool missed_start = false;            // its first day has passed, and it has not started
    std::optional<int> weeks_least = {};  // by the policy, where fewer are left
    Date today;
};
design::Page programme(design::FormGuard const& guard, View const& view, Answers const& answers);

// Takes a programme that was made by mistake out of every list.
design::Page removal(design::FormGuard const& guard, Programme const& programme, Answers const& answers);

// What a child hopes for, in their own words. `reworded_by_two`: those where another's words stand beside
// what was typed.
design::Page targets(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    std::vector<Target> const& targets,
    std::vector<Area> const& areas,
    std::vector<TargetId> const& reworded_by_two,
    Answers const& answers
);

// The class teacher's measure before the programme.
design::Page measure(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    std::vector<Target> const& targets,
    Answers const& answers
);

// Ends a child's place, which frees it.
design::Page ending(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    Place const& place,
    Answers const& answers
);

std::string targets_path(PlaceId const& place);
std::string measure_path(PlaceId const& place);
std::string ending_path(PlaceId const& place);

// A cell for each week, each leading to its session. Of a programme that has not begun nothing is to be
// recorded.
h::Node strip(std::vector<Session> const& sessions, Date today, bool begun);

}  // namespace programmes::pages
