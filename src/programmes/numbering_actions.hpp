#pragma once

#include <vector>

#include "programmes/session.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Once a session stands on another day: numbers all of them by their days, so that everywhere the fourth one
// is called the fourth.
void number_by_day(Visit& visit, ProgrammeId const& programme);

// Moves these sessions to the days, times and rooms that they name, and numbers all of the programme anew.
// The log keeps of each session where it stood, so that it can be told as it was (V3).
void move_sessions(Visit& visit, ProgrammeId const& programme, std::vector<Session> const& moved);

}  // namespace programmes
