#pragma once

#include <string>
#include <vector>

#include "demonstration/demonstration.hpp"
#include "today/today.hpp"

namespace demonstration {

// "Today: 2 sessions and 3 things to do, 1 of them overdue." Says what is there, and nothing else.
std::string in_words(today::Day const& day);

// Somebody with their day.
struct Candidate {
    Somebody somebody;
    today::Day day;
};

// One or two of each role, in the order in which a visitor understands the work best: of class teachers and
// support staff, those whose day holds the most. Who is not among them comes with the others.
People featured(std::vector<Candidate> candidates);

}  // namespace demonstration
