#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// One programme on its way.
struct Course {
    PlannedProgramme planned;
    std::vector<SharedStory> stories;
    std::size_t number = 0;
    Actor deliverer = {};
    Date starts_on = {};
    int hour = 9;
    int minute = 0;
    std::vector<Date> days = {};  // of its sessions, as far as all goes as planned
    ProgrammeId programme = {};
};
using SharedCourse = std::shared_ptr<Course>;

// The start, each session with its evaluations, and the completion.
void enter_sessions(Telling& telling, SharedCourse const& course);

// Sessions that were laid later, from this number on.
void enter_added_sessions(Telling& telling, Visit& visit, SharedCourse const& course, int from_number);

// Questions, messages to parents and talks along the way.
void enter_liaison(Telling& telling, SharedCourse const& course);

// Each child is asked who may know, the day after the first session, and an objection is weighed some days
// later.
void enter_agreements(Telling& telling, SharedCourse const& course);

// The impact reviews and next steps after the last session.
void enter_reviews(Telling& telling, SharedCourse const& course, Date last_delivered_on);

}  // namespace demonstration
