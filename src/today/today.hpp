#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.hpp"
#include "measures/measures.hpp"
#include "need_to_know/named.hpp"
#include "programmes/session.hpp"
#include "schools/schools.hpp"

// A person's work for today (H1).
namespace today {

// What can be done with an item without leaving the page: a text to type, or a single button.
struct Act {
    std::string opens;  // "Answer"; empty: there is nothing to open, only the button
    std::string path;
    std::string label;  // of the one text to type; empty: nothing is typed
    std::string field;
    std::string button;
    std::vector<std::pair<std::string, std::string>> carries = {};
    bool leads = false;  // to a page, and sends nothing
};

inline constexpr struct NoChild {
} no_child{};

// Of whom an item tells: of a child whom need to know has named to this person, or of no child. It can't be
// left out, so that nothing is said of a child without a decision, and at work nobody hears of their own.
class About {
public:
    About(need_to_know::Named const& child) : child_(child) {}
    About(NoChild) {}  // of a programme, a colleague, the school: it names no single child
    std::optional<need_to_know::Listed> const& child() const { return child_; }

private:
    std::optional<need_to_know::Listed> child_;
};

// One thing that is this person's to do, or that they wait for.
struct Item {
    About about;
    std::string title;                 // "Talk Sam's referral through"
    std::string path;                  // where it is done
    std::string detail = {};           // "Referred on Tuesday 5 May 2026 and to be discussed."
    std::optional<Date> due_on = {};   // none: now
    bool comes_first = false;          // before all work that has a day, such as a child's no to be weighed
    bool may_begin = false;            // shown from now on, however far off its last day is
    bool fresh = false;                // was given to this person today: it stands in sight, whatever its day
    std::optional<Date> waiting = {};  // waits for somebody else since this day
    std::optional<Act> act = {};
    std::string kind = {};   // "Decide the next step", "Joan Barker, to record sessions": shown together
    std::string child = {};  // whom or what it is about, where they are shown together
    std::string asked = {};  // what a class teacher is asked for about the child: "answer a question"
};

// The day on which it is due; without one it is due now.
Date day_of(Item const& item, Date today);

// "3 days overdue", "Due today", "By Tuesday 19 May", "Waiting for 7 days"
std::string in_words(Item const& item, Date today);

// The items in the order in which they are to be done.
struct Work {
    std::vector<Item> first;
    std::vector<Item> overdue;
    std::vector<Item> due;
    std::vector<Item> later;  // more than a week ahead
    std::vector<Item> waiting;
};

// A session that this person holds.
struct Lesson {
    SessionId id;
    std::string programme;
    int number = 0;
    Date on;
    std::string at;  // "10:30"
    bool begun = false;
    std::string room;
    programmes::Outcome outcome{};
    bool planned_in_words = false;
    bool as_stand_in = false;
    int children = 0;
    int evaluated = 0;
    std::optional<PlaceId> to_write_up = {};  // one of those who are left
};

// Children who have a place in a programme that runs, and have not started.
struct Joining {
    struct Child {
        std::string name;
        Date starts_on;
        Date allocated_on;
        bool has_targets = true;
    };
    std::string programme;
    std::string path;
    std::vector<Child> children = {};
    std::vector<std::string> held_up = {};  // who cannot, since consent is missing
};

// A child of the teacher's class who is out of class for support this week; or who was to be today, and whose
// session fell out.
struct OutOfClass {
    PupilId pupil;
    std::string name;
    Date on;
    std::string at;
    int minutes = 0;
    std::string room;
    bool fell_out = false;
    std::optional<Date> instead_on = {};  // none: it is not made up for
    std::string instead_at = {};
    std::optional<need_to_know::Named> child = {};  // by name, once need to know has named them
    auto columns() { return std::tie(pupil, name, on, at, minutes, room, fell_out, instead_on, instead_at); }
};

// "Tuesday 12 May at 10:30, 45 minutes"; of what fell out "It was planned for 10:30, and put off to Thursday
// 14 May at 10:30."
std::string when_in_words(OutOfClass const& out);

// A child whose consent was withdrawn some days ago, told to the SENCo, to who delivered the support and who
// teaches the child (C6).
struct Withdrawn {
    PupilId pupil;
    std::string name;
    Date on;
    std::string by = {};  // for the SENCo alone, as what they said
    std::string words = {};
    std::string path = {};    // to the answers, for the SENCo
    std::string way_on = {};  // to what follows, where it is to be decided: then no task says so again
    std::optional<Date> due_on = {};
    std::optional<need_to_know::Named> child = {};  // by name, once need to know has named them
    auto columns() { return std::tie(pupil, name, on); }
};

// "Consent for Sam Okafor was withdrawn on Tuesday 12 May; no more sessions."
std::string in_words(Withdrawn const& withdrawn);

// A concern that this person raised: where the case stands for who teaches the child, and no more than the
// headline of what became of it for others.
struct Raised {
    std::string concern;
    CaseId the_case;
    PupilId pupil;
    std::string name;
    Instant at;
    bool referred = false;
    bool started = false;
    bool stopped = false;  // the child had a place and has none
    bool completed = false;
    std::optional<Instant> closed_at;  // by its next step
    std::string ended;                 // with what; empty for who may not see progress
    std::string sentence = {};         // of the case's status; empty for who may not see progress
    std::optional<need_to_know::Named> child = {};  // by name, once need to know has named them
    auto columns() {
        return std::tie(
            concern, the_case, pupil, name, at, referred, started, stopped, completed, closed_at, ended
        );
    }
};

// The sentence, or "With the SENCo", "Support has started", "Support has stopped", "Support is complete"
std::string where_it_stands(Raised const& raised);
// The same where it may have ended long ago: with the year, and told apart from what was not taken up.
std::string where_it_stands_since(Raised const& raised);

// How the school's open cases stand, without names. Every open case is in one of the groups, so that these
// sum to the whole.
struct Counts {
    int open = 0;
    int referrals = 0;  // before their support has started
    int running = 0;
    int stopped = 0;  // early, or because consent was withdrawn
    int to_measure = 0;
    int next_steps = 0;    // measured, and what comes next is to be decided
    int waiting = 0;       // of the referrals
    int late_reviews = 0;  // of those to measure
};

// A child whom this person opened, with a reason or for safeguarding, and until when.
struct Opened {
    PupilId pupil;
    std::string name;
    Instant until_at;
    bool for_safeguarding = false;
    std::optional<need_to_know::Named> child = {};  // by name, once need to know has named them
    auto columns() { return std::tie(pupil, name, until_at, for_safeguarding); }
};

struct PolicyStands {
    std::string number;
    std::optional<Date> next_review_on;
    schools::ReviewState review{};
};

// All that a person's first page shows.
struct Day {
    Date today;
    need_to_know::Duty duty;  // names all children but the person's own
    std::vector<Withdrawn> withdrawn;
    std::vector<Item> items;                                     // as they are found
    Work work;                                                   // the same in their order
    std::vector<need_to_know::Listed> named_in_programmes = {};  // whom items name that are about a programme
    bool delivers = false;
    std::vector<Lesson> lessons;  // of today
    bool teaches = false;
    std::vector<OutOfClass> out_of_class;
    std::vector<measures::StillToTake> to_measure = {};  // classes of theirs
    std::vector<Raised> raised;
    std::vector<Opened> opened = {};  // by this person, and not over
    std::optional<Counts> counts;
    bool may_open_lists = false;
    std::optional<PolicyStands> policy;
    bool may_raise_concern = false;
};

struct RoleToCome {
    std::string role;  // "Class teacher of 4B"
    Date on;
};

// What the first page of a person shows who works here and holds no role today.
struct WithoutRole {
    std::vector<std::string> administrators;  // whom to ask: two at the most
    std::optional<RoleToCome> begins;         // the first of those that are still to begin
    bool had_one = false;
};

}  // namespace today
