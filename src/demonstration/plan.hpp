#pragma once

#include <optional>
#include <vector>

#include "cases/cases.hpp"
#include "demonstration/chance.hpp"
#include "demonstration/size.hpp"

// What is to happen in a made-up school, before anybody has a name: which programmes run when, and how far
// the other cases come. Weeks are counted from this one: -5 is five weeks ago.
namespace demonstration {

// How many Nurture Assistants a made-up school has.
inline constexpr std::size_t nurture_assistants = 2;

// What goes otherwise than planned in a programme, or with one of its children.
enum class Twist {
    none,
    week_cancelled,     // the Nurture Assistant is ill once
    provision_missing,  // two weeks in a row without a room
    consent_withdrawn,  // of one child, half way through
    class_moved,        // one child moves to another class half way through
    extended,           // goes on beyond the policy's weeks, with a reason
    left_school,        // one child
    reviews_late        // of the impact
};

struct PlannedProgramme {
    int children = 1;   // one: one to one
    int last_week = 0;  // the week of its last session
    int sessions = 6;
    Twist twist = Twist::none;
    int reviewed = 100;   // of a hundred impact reviews, how many are written when their time has come
    int yes_ends_in = 0;  // days from today, where the parents of the first child named a day; 0: none did
    // On which day of the week its sessions are, of a programme that runs: so many school days of a week
    // after today's. Others are told of by the calendar.
    std::optional<int> weekdays_after_today = {};
    bool closed = true;  // whether a case is closed once its impact was reviewed

    bool is_ahead() const { return last_week - sessions > 0; }
};

// Who raises a concern: one of those who see the child, or somebody who is to follow one of their own.
enum class Writer { who_sees_it, support_staff, safeguarding_lead };

// A case that has no place in a programme: how far it came.
struct PlannedCase {
    cases::Stage stage{};
    bool parents_concern = false;
    Writer writer = Writer::who_sees_it;
    bool long_over = false;  // not taken up, so long ago that the record's time has come
};

struct Plan {
    std::vector<PlannedProgramme> programmes;
    std::vector<PlannedCase> cases;
};

// The demonstration's own year: every stage occurs, and the awkward ones.
Plan plan_of_a_school();

// A school of a county, with as many cases and about as many evaluations.
Plan plan_of_a_county_school(int cases, int evaluations, Chance& chance);

}  // namespace demonstration
