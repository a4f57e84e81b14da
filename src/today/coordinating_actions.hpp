#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cases/cases.hpp"
#include "pupils/pupils.hpp"
#include "story/move.hpp"
#include "today/today.hpp"
#include "visits/visit.hpp"

// What the SENCo's day is made of.
namespace today {

// An open case with where it stands.
struct Standing {
    need_to_know::Named child;
    CaseId id;
    pupils::Pupil pupil;
    story::About about;
    cases::Status status;
    cases::Facts facts;
};

// Parents who are waited for, asked again or not reached, letters to print, and withdrawals.
void add_parents_and_letters(Visit& visit, Day& day, std::vector<Standing> const& all);

// Programmes without somebody, that miss sessions, whose plans are to be looked at, that wait for who
// delivers them, and groups that would start with too few children.
void add_programmes_of_the_school(Visit& visit, Day& day, std::vector<Standing> const& all);

}  // namespace today
