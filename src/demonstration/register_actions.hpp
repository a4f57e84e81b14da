#pragma once

#include "demonstration/diary_actions.hpp"
#include "demonstration/school.hpp"

namespace demonstration {

// Opens the school some months ago: its terms, rooms and policy, its people with their roles and training.
MadeSchool open_school(db::Connection& db, Instant now, int number, bool of_a_county, Chance& chance);

// Enters the children into the diary: those who came in September come then, and all move up a class.
void enter_children(Diary& diary, MadeSchool& school, int pupils, bool of_a_county, Chance& chance);

// The day on which everything began.
Date opened_on(Date today);

// A moment of a working day in the made-up school.
Instant at(Date day, int hour, int minute);

}  // namespace demonstration
